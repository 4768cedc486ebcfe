import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { vonMises } from "./von-mises.js";

describe("von-mises", () => {
  distributionContract(vonMises, {
    examples: [
      { location: 0, concentration: 1 },
      { location: 1, concentration: 0.05 },
      { location: -2, concentration: 60 },
    ],
    densities: [
      [0.5, [0, 1], -1.1962088630261514, [-0.479425538604203, 0.479425538604203, 0.4311925959938382]],
      [3, [1, 50], -69.77279439563827, [-45.46487134128409, 45.46487134128409, -1.4060958039256402]],
      [
        -2,
        [0.5, 0.001],
        -1.838678460024877,
        [0.0005984721441039565, -0.0005984721441039565, -0.8016436154844337],
      ],
    ],
    probabilities: [
      [0.5, [0, 1], 0.664076474604993],
      [-2, [0.5, 0.001], 0.10201741155724673],
      [1.15, [1.2, 400], 0.15875619405204114],
    ],
  });
});
