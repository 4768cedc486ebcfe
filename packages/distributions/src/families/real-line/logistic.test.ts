import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { logisticDistribution } from "./logistic.js";

describe("logistic", () => {
  distributionContract(logisticDistribution, {
    examples: [
      { location: 0, scale: 1 },
      { location: -3, scale: 0.2 },
      { location: 40, scale: 12 },
    ],
    densities: [
      [0, [0, 1], -1.3862943611198906, [0, 0, -1]],
      [3, [1, 0.5], -3.3431526752756744, [-1.9280551601516338, 1.9280551601516338, 5.712220640606535]],
      [-800, [0, 1], -800, [1, -1, 799]],
      [800, [0, 1], -800, [-1, 1, 799]],
    ],
    probabilities: [
      [3, [1, 0.5], 0.9820137900379085],
      [-800, [0, 1.5], 2.3783530236949567e-232],
      [0.2, [0.1, 3], 0.5083325618141193],
    ],
  });
});
