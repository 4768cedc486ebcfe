import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { exponential } from "./exponential.js";

describe("exponential", () => {
  distributionContract(exponential, {
    examples: [{ rate: 1 }, { rate: 0.02 }, { rate: 35 }],
    densities: [
      [0, [1], 0, [-1, 1]],
      [2, [3], -4.90138771133189, [-3, -1.6666666666666667]],
      [1000, [0.5], -500.69314718055995, [-0.5, -998]],
      [1e-9, [10], 2.3025850829940455, [-10, 0.099999999]],
    ],
    probabilities: [
      [2, [3], 0.9975212478233336],
      [1e-9, [10], 9.999999950000001e-9],
    ],
  });
});
