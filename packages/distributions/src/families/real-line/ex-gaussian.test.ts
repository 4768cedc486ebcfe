import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { exGaussian } from "./ex-gaussian.js";

describe("ex-gaussian", () => {
  distributionContract(exGaussian, {
    examples: [
      { mean: 0, sd: 1, delay: 2 },
      { mean: 5, sd: 0.5, delay: 0.05 },
      { mean: -3, sd: 0.2, delay: 4 },
    ],
    densities: [
      [
        1,
        [0, 1, 2],
        -1.4370935958486017,
        [0.009160433837033485, -0.009160433837033485, -0.5137406507555502, -0.24770989154074163],
      ],
      [30, [0, 1, 2], -15.568147180559945, [-0.5, 0.5, 0.25, 6.875]],
      [
        -5,
        [1, 0.5, 0.7],
        -75.11108302567612,
        [24.155414778548632, -24.155414778548632, 289.7539667864774, -1.3492781742098825],
      ],
    ],
    probabilities: [
      [1, [0, 1, 2], 0.36611000974849595],
      [30, [0, 1, 2], 0.9999996533672587],
      [1.4, [1, 0.5, 0.7], 0.3988422831575281],
    ],
  });
});
