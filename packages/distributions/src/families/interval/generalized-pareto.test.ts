import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { generalizedPareto } from "./generalized-pareto.js";

describe("generalized-pareto", () => {
  distributionContract(generalizedPareto, {
    examples: [
      { threshold: 0, scale: 1, shape: 0.15 },
      { threshold: -3, scale: 2, shape: -0.4 },
      { threshold: 5, scale: 0.3, shape: 1.2 },
    ],
    densities: [
      [1, [0, 1, 0.3], -1.1369118126924613, [-1, 1, 0, -0.4181748392500994]],
      [0.5, [0, 1, -0.4], -0.3347153269713146, [-0.75, 0.75, -0.625, -0.45714719571381096]],
      [
        1000,
        [0, 2, 0.9],
        -13.59513378617671,
        [-0.0021064301552106432, 0.0021064301552106432, 0.5532150776053215, 5.204543456559382],
      ],
    ],
    probabilities: [
      [1, [0, 1, 0.3], 0.5829493276858539],
      [0.5, [0, 1, -0.4], 0.42756659776005384],
      [1000, [0, 2, 0.9], 0.9988756152323485],
    ],
  });
});
