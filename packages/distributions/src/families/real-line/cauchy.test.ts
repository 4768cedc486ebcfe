import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { cauchy } from "./cauchy.js";

describe("cauchy", () => {
  distributionContract(cauchy, {
    examples: [
      { location: 0, scale: 1 },
      { location: -3, scale: 0.2 },
      { location: 40, scale: 12 },
    ],
    densities: [
      [0, [0, 1], -1.1447298858494002, [0, 0, -1]],
      [5, [1, 2], -3.447314978843446, [-0.4, 0.4, 0.3]],
      [
        100000000,
        [0, 1],
        -37.98609137375413,
        [-1.9999999999999997e-8, 1.9999999999999997e-8, 0.9999999999999998],
      ],
      [-3, [2, 0.1], -6.666590723732973, [0.39984006397441024, -0.39984006397441024, 9.992003198720512]],
    ],
    probabilities: [
      [5, [1, 2], 0.8524163823495667],
      [-1e8, [0, 1], 3.1830988618379066e-9],
      [-3, [2, 0.1], 0.006365349100972797],
    ],
  });
});
