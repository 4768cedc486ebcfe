import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { betaBinomial } from "./beta-binomial.js";

describe("beta-binomial", () => {
  discreteDistributionContract(betaBinomial, {
    examples: [
      { trials: 10, alpha: 2, beta: 3 },
      { trials: 60, alpha: 30, beta: 2 },
      { trials: 12, alpha: 0.5, beta: 0.5 },
    ],
    probabilities: [
      [3, [10, 2, 3], -1.93894147973922, [-0.08489565989565989, 0.16073926073926073]],
      [0, [50, 0.5, 0.5], -2.530876403977105, [-4.499205338329425, 1.3763443586203905]],
      [999, [1000, 30, 2], -6.375854255385307, [0.06267877465995401, -2.988739841136999]],
    ],
  });
});
