import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { poisson } from "./poisson.js";

describe("poisson", () => {
  discreteDistributionContract(poisson, {
    examples: [{ mean: 3 }, { mean: 0.04 }, { mean: 80 }],
    probabilities: [
      [0, [0.5], -0.5, [-1]],
      [3, [2.2], -1.6263873881352444, [0.36363636363636365]],
      [100, [80], -5.536712088175329, [0.25]],
      [1000, [5], -4307.690266054063, [199]],
      [1000000, [1000000], -7.826693895520143, [0]],
    ],
  });
});
