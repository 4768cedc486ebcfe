import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { asymmetricLaplace } from "./asymmetric-laplace.js";

describe("asymmetric-laplace", () => {
  distributionContract(asymmetricLaplace, {
    examples: [
      { location: 0, rate: 1, asymmetry: 0.7 },
      { location: -3, rate: 0.2, asymmetry: 2 },
    ],
    corner: ({ location }) => location,
    densities: [
      [1, [0, 2, 0.7], -1.4623038833361548, [-1.4, 1.4, -0.2, -1.511025886864813]],
      [-1.5, [0.2, 1, 2], -1.766290731874155, [0.5, -0.5, 0.15, 0.125]],
    ],
    probabilities: [
      [1, [0, 2, 0.7], 0.8344986819183849],
      [-1.5, [0.2, 1, 2], 0.34193194555898135],
    ],
  });
});
