import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { pareto } from "./pareto.js";

describe("pareto", () => {
  distributionContract(pareto, {
    examples: [
      { minimum: 1, shape: 5 },
      { minimum: 0.02, shape: 0.8 },
      { minimum: 30, shape: 12 },
    ],
    densities: [
      [2, [1, 3], -1.6739764335716716, [-2, 3, -0.35981384722661197]],
      [1000000, [10, 0.5], -20.265120471009332, [-1.5e-6, 0.05, -9.512925464970229]],
    ],
    probabilities: [
      [2, [1, 3], 0.875],
      [1000000, [10, 0.5], 0.9968377223398316],
    ],
  });
});
