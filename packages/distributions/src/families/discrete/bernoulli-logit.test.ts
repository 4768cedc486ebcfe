import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { bernoulliLogit } from "./bernoulli-logit.js";

describe("bernoulli-logit", () => {
  discreteDistributionContract(bernoulliLogit, {
    examples: [{ logOdds: 0.3 }, { logOdds: -3 }],
    probabilities: [
      [1, [0.3], -0.5543552444685271, [0.425557483188341]],
      [0, [0.3], -0.8543552444685271, [-0.574442516811659]],
      [1, [-800], -800, [1]],
      [0, [800], -800, [-1]],
      [1, [40], -4.248354255291589e-18, [4.248354255291589e-18]],
    ],
  });
});
