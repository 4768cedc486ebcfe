import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { gumbel } from "./gumbel.js";

describe("gumbel", () => {
  distributionContract(gumbel, {
    examples: [
      { location: 0, scale: 1 },
      { location: -3, scale: 0.2 },
    ],
    densities: [
      [0, [0, 1], -1, [0, 0, -1]],
      [3, [1, 2], -2.0610266217313877, [-0.31606027941427883, 0.31606027941427883, -0.18393972058572117]],
      [-5, [0, 1], -143.4131591025766, [147.4131591025766, -147.4131591025766, 736.065795512883]],
      [60, [0, 1], -60, [-1, 1, 59]],
    ],
    probabilities: [
      [0, [0, 1], 0.36787944117144233],
      [3, [1, 2], 0.6922006275553464],
      [-2.5, [0, 1], 5.119294298670732e-6],
    ],
  });
});
