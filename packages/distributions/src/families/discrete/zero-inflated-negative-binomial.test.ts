import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { zeroInflatedNegativeBinomial } from "./zero-inflated-negative-binomial.js";

describe("zero-inflated-negative-binomial", () => {
  discreteDistributionContract(zeroInflatedNegativeBinomial, {
    examples: [
      { mean: 3, dispersion: 2, zeroProbability: 0.2 },
      { mean: 20, dispersion: 0.5, zeroProbability: 0.05 },
    ],
    probabilities: [
      [0, [3, 2, 0.2], -1.1147416705979933, [-0.15609756097560976, -0.12343052951186538, 2.5609756097560976]],
      [4, [3, 2, 0.2], -2.4895895976923823, [0.13333333333333333, 0.16704260145917826, -1.25]],
      [
        0,
        [700, 0.3, 0.01],
        -2.2382352303128656,
        [-0.0003882188968732969, -6.122423942451471, 8.461382666542143],
      ],
      [40, [20, 1e7, 0.5], -11.184477953207068, [0.999998000004, -1.7999901267075065e-12, -2]],
    ],
  });
});
