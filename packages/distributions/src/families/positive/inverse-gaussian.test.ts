import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { inverseGaussian } from "./inverse-gaussian.js";

describe("inverse-gaussian", () => {
  distributionContract(inverseGaussian, {
    examples: [
      { mean: 1, shape: 1 },
      { mean: 20, shape: 3 },
      { mean: 0.4, shape: 30 },
    ],
    densities: [
      [1, [1, 1], -0.9189385332046728, [-1.5, 0, 0.5]],
      [0.1, [2, 3], -10.45325474937955, [134.625, -0.7125, -4.345833333333333]],
      [8, [2, 0.5], -4.665924436004399, [-0.24609375, 0.375, 0.4375]],
    ],
    probabilities: [
      [1, [1, 1], 0.6681020012231706],
      [0.1, [2, 3], 1.8690711862103313e-7],
      [8, [2, 0.5], 0.9475596767123303],
      [1.9, [2, 60], 0.4240772556271071],
    ],
  });
});
