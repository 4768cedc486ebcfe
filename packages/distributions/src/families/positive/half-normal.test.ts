import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { halfNormal } from "./half-normal.js";

describe("half-normal", () => {
  distributionContract(halfNormal, {
    examples: [{ sd: 1 }, { sd: 0.05 }, { sd: 300 }],
    densities: [
      [0, [1], -0.22579135264472744, [0, -1]],
      [0.5, [2], -0.9501885332046728, [-0.125, -0.46875]],
      [12, [1], -72.22579135264473, [-12, 143]],
      [1e-6, [0.1], 2.076793740299318, [-0.0001, -9.999999999]],
      [3.3, [0.7], -10.981361306665178, [-6.73469387755102, 30.32069970845481]],
    ],
    probabilities: [
      [0.5, [2], 0.19741265136584746],
      [1e-9, [0.3], 2.659615202676218e-9],
      [3.3, [0.7], 0.9999975743988574],
    ],
  });
});
