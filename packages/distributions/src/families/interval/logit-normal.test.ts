import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { logitNormal } from "./logit-normal.js";

describe("logit-normal", () => {
  distributionContract(logitNormal, {
    examples: [
      { logitMean: 0, logitSd: 1 },
      { logitMean: -2, logitSd: 3 },
      { logitMean: 1, logitSd: 0.2 },
    ],
    densities: [
      [0.5, [0, 1], 0.4673558279152179, [0, 0, -1]],
      [0.01, [-1, 2], 1.3875239659730052, [-8.204044188520456, -0.8987799625336474, 1.1156108421039694]],
      [0.999, [3, 0.5], -23.842501374315624, [-14643.662777371586, 15.627019114594214, 120.10186320394646]],
    ],
    probabilities: [
      [0.5, [0, 1], 0.5],
      [0.01, [-1, 2], 0.036123386903270835],
      [0.9, [3, 0.5], 0.054186316511024285],
    ],
  });
});
