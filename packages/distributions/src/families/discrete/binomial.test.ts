import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { binomial } from "./binomial.js";

describe("binomial", () => {
  discreteDistributionContract(binomial, {
    examples: [
      { trials: 10, probability: 0.3 },
      { trials: 400, probability: 0.95 },
      { trials: 1, probability: 0.5 },
    ],
    probabilities: [
      [3, [10, 0.3], -1.3211512777668886, [0]],
      [0, [10, 0.3], -3.5667494393873236, [-14.285714285714286]],
      [900, [1000, 0.95], -23.823904870930008, [-1052.6315789473683]],
    ],
  });
});
