import { describe } from "vitest";
import { discreteDistributionContract } from "../../discrete-distribution.contract.js";
import { zeroInflatedPoisson } from "./zero-inflated-poisson.js";

describe("zero-inflated-poisson", () => {
  discreteDistributionContract(zeroInflatedPoisson, {
    examples: [
      { mean: 3, zeroProbability: 0.2 },
      { mean: 40, zeroProbability: 0.7 },
    ],
    probabilities: [
      [0, [3, 0.2], -1.4278263797547401, [-0.16607476979884608, 3.9620326887572115]],
      [4, [3, 0.2], -2.0067482269897168, [0.3333333333333333, -1.25]],
      [0, [700, 0.01], -4.605170185988091, [0, 100]],
      [0, [0.05, 0.01], -0.04948742042759734, [-0.9894926762563229, 0.05124482259364433]],
      [50, [2, 0.9], -118.12299301676981, [24, -10.000000000000002]],
    ],
  });
});
