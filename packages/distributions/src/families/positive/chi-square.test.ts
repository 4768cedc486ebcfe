import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { chiSquare } from "./chi-square.js";

describe("chi-square", () => {
  distributionContract(chiSquare, {
    examples: [{ degreesOfFreedom: 3 }, { degreesOfFreedom: 0.9 }, { degreesOfFreedom: 40 }],
    densities: [
      [1, [3], -1.4189385332046727, [0, -0.3648185772692609]],
      [0.1, [1], 0.1823540132923501, [-5.5, -0.5161111237662838]],
      [50, [30], -5.8201068151438164, [-0.22, 0.27226458160370354]],
    ],
    probabilities: [
      [1, [3], 0.1987480430987992],
      [0.1, [1], 0.24817036595415071],
      [50, [30], 0.9875979392810994],
    ],
  });
});
