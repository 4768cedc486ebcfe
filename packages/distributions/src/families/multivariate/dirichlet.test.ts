import { axis } from "@mmm/autodiff";
import { incompleteBeta } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { type Marginal, multivariateDistributionContract } from "../../multivariate-distribution.contract.js";
import { type ArrayValue, elementsOf } from "../../multivariate-distribution.js";
import { dirichlet } from "./dirichlet.js";

/** Every share is beta-distributed, and so is the sum of two. */
function marginals(
  { concentration }: Readonly<Record<"concentration", ArrayValue>>,
  size: number,
): Marginal[] {
  const weights = elementsOf("concentration", concentration, size);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const betaCdf = (alpha: number) => (value: number) => incompleteBeta(value, alpha, total - alpha);
  const shares = Array.from(weights, (weight, k) => ({
    name: `share ${k}`,
    of: (x: Float64Array) => x[k]!,
    cdf: betaCdf(weight),
  }));
  if (size < 3) return shares;
  const two = {
    name: "first two",
    of: (x: Float64Array) => x[0]! + x[1]!,
    cdf: betaCdf(weights[0]! + weights[1]!),
  };
  return [...shares, two];
}

describe("dirichlet of 3", () => {
  multivariateDistributionContract(dirichlet(axis("channel", 3)), {
    examples: [{ concentration: [2, 3, 1.5] }, { concentration: [10, 4, 7] }],
    densities: [
      [
        [
          [0.2, 0.3, 0.5],
          [1, 1, 1],
        ],
        0.6931471805599453,
        [
          [0, 0, 0],
          [-0.10943791243410038, 0.296027195674064, 0.8068528194400547],
        ],
      ],
      [
        [
          [0.01, 0.19, 0.8],
          [0.5, 2, 3],
        ],
        2.887868627678046,
        [
          [-50, 5.2631578947368425, 2.5],
          [-1.0305670113849168, -0.47242239333836694, 0.4651652621690742],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 3),
    grid: { reach: 27, step: 0.25 },
  });
});

describe("dirichlet of 2", () => {
  multivariateDistributionContract(dirichlet(axis("channel", 2)), {
    examples: [{ concentration: [2, 3] }, { concentration: 4 }],
    densities: [
      [
        [
          [1e-8, 0.99999999],
          [0.1, 0.1],
        ],
        13.597251197519501,
        [
          [-90000000, -0.9000000090000001],
          [-13.285965700133477, 5.134715033818888],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 2),
    grid: { reach: 40, step: 0.25 },
  });
});

describe("dirichlet of 4", () => {
  multivariateDistributionContract(dirichlet(axis("channel", 4)), {
    examples: [{ concentration: [2, 3, 8, 2] }, { concentration: 1.5 }],
    densities: [
      [
        [
          [0.1, 0.2, 0.3, 0.4],
          [10, 20, 30, 40],
        ],
        7.150558432744457,
        [
          [90, 95, 96.66666666666667, 97.5],
          [0.04582417067732061, 0.020199948061837975, 0.01175091572662653, 0.007543746829089209],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 4),
  });
});

describe("dirichlet of 5", () => {
  multivariateDistributionContract(dirichlet(axis("channel", 5)), {
    examples: [{ concentration: [2, 3, 8, 2, 1] }, { concentration: 1.5 }],
    densities: [
      [
        [
          [0.3, 0.05, 0.15, 0.25, 0.25],
          [5, 1, 0.7, 2.5, 3],
        ],
        4.477031629156753,
        [
          [13.333333333333334, 0, -2, 6, 8],
          [
            -0.2501976379405755, 0.041376226164702865, 1.7827964036292143, 0.3704418330520272,
            0.15081413859880324,
          ],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 5),
  });
});

test("as many concentrations as shares are needed, or one for all", () => {
  const { mean } = dirichlet(axis("channel", 4));
  expect(Array.from(mean({ concentration: 3 }))).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(() => mean({ concentration: [1, 2] })).toThrow(
    new RangeError("dirichlet.concentration: needs 4 elements, got 2. Give one number per element."),
  );
});
