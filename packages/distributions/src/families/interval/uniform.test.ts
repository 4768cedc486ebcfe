import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { uniform } from "./uniform.js";

describe("uniform", () => {
  distributionContract(uniform, {
    examples: [
      { low: 0, high: 1 },
      { low: -3, high: 7 },
      { low: 100, high: 100.5 },
    ],
    densities: [
      [0.5, [0, 1], 0, [0, 1, -1]],
      [2, [-3, 7], -2.302585092994046, [0, 0.1, -0.1]],
    ],
    probabilities: [[2, [-3, 7], 0.5]],
  });
});
