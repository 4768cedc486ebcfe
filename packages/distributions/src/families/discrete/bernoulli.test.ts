import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { bernoulli } from "./bernoulli.js";

describe("bernoulli", () => {
  discreteDistributionContract(bernoulli, {
    examples: [{ probability: 0.3 }, { probability: 0.98 }],
    probabilities: [
      [1, [0.3], -1.2039728043259361, [3.3333333333333335]],
      [0, [0.3], -0.35667494393873234, [-1.4285714285714286]],
      [1, [1e-12], -27.631021115928547, [1000000000000]],
      [0, [1e-12], -1.0000000000005e-12, [-1.000000000001]],
    ],
  });
});
