import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { laplace } from "./laplace.js";

describe("laplace", () => {
  distributionContract(laplace, {
    examples: [
      { location: 0, scale: 1 },
      { location: -3, scale: 0.2 },
      { location: 40, scale: 12 },
    ],
    densities: [
      [0.3, [0, 1], -0.9931471805599453, [-1, 1, -0.7]],
      [-4, [1, 0.5], -10, [2, -2, 18]],
      [100, [0, 0.2], -499.08370926812586, [-5, 5, 2495]],
      [2, [2.5, 3], -1.9584261358947217, [0.3333333333333333, -0.3333333333333333, -0.2777777777777778]],
    ],
    probabilities: [
      [0.3, [0, 1], 0.6295908896591411],
      [-4, [1, 0.5], 2.2699964881242426e-5],
      [2, [2.5, 3], 0.42324086244530704],
    ],
  });
});
