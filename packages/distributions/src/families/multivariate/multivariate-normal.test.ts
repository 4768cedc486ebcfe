import { axis } from "@mmm/autodiff";
import { normalCdf } from "@mmm/numerics";
import { describe } from "vitest";
import { type Marginal, multivariateDistributionContract } from "../../multivariate-distribution.contract.js";
import { type ArrayValue, elementsOf } from "../../multivariate-distribution.js";
import { multivariateNormal } from "./multivariate-normal.js";

/** Every weighted sum of the numbers is normal. */
function marginals(
  { mean, cholesky }: Readonly<Record<"mean" | "cholesky", ArrayValue>>,
  size: number,
): Marginal[] {
  const centre = elementsOf("mean", mean, size);
  const factor = elementsOf("cholesky", cholesky, size * size);
  const weightings = [
    ...Array.from({ length: size }, (_, k) => Array.from({ length: size }, (_x, i) => Number(i === k))),
    Array.from({ length: size }, (_, i) => 1 - 0.7 * i),
  ];
  return weightings.map((weights) => {
    const weigh = (values: ArrayLike<number>): number =>
      weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
    const columns = Array.from({ length: size }, (_, j) =>
      weigh(weights.map((_w, i) => factor[i * size + j]!)),
    );
    const sd = Math.hypot(...columns);
    return { name: weights.join(), of: weigh, cdf: (value) => normalCdf((value - weigh(centre)) / sd) };
  });
}

describe("multivariate-normal of 2", () => {
  multivariateDistributionContract(multivariateNormal(axis("channel", 2)), {
    examples: [
      { mean: [0, 0], cholesky: [1, 0, 0.5, 0.8] },
      { mean: [-0.3, 1], cholesky: [0.9, 0, -1.4, 0.5] },
    ],
    densities: [
      [
        [
          [1.6659, -0.3633],
          [-0.8559, -0.3772],
          [1.170856951125969, 0, -0.40907302940756035, 0.8500466202575723],
        ],
        -4.706829036741643,
        [
          [-2.272243699478394, -1.2385691699977168],
          [2.272243699478394, 1.2385691699977168],
          [4.03989928641224, 0, 2.6676390569288277, 0.12761100304581185],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 2),
    grid: { reach: 13, step: 0.125 },
  });
});

describe.each([3, 5] as const)("multivariate-normal of %d", (size) => {
  const cholesky = Array.from({ length: size * size }, (_, flat) => {
    const [i, j] = [Math.floor(flat / size), flat % size];
    if (j > i) return 0;
    return i === j ? 1 + 0.3 * i : 0.4 - 0.2 * j;
  });
  multivariateDistributionContract(multivariateNormal(axis("channel", size)), {
    examples: [
      { mean: 1, cholesky },
      {
        mean: Array.from({ length: size }, (_, i) => i - 2),
        cholesky: cholesky.map((element) => -0.5 * element * (element < 0.9 ? 1 : -1)),
      },
    ],
    densities:
      size === 3
        ? [
            [
              [
                [1.6097, -0.3768, -1.5427],
                [-0.6892, 0.317, -1.0785],
                [
                  1.7663049000668032, 0, 0, 0.21888180233513363, 1.505039453504965, 0, 0.7213692267692912,
                  1.1998100111530923, 1.2447836662677942,
                ],
              ],
              -5.1371003677374185,
              [
                [-0.9148718503391327, 0.11159386225093189, 0.4019939938269269],
                [0.9148718503391327, -0.11159386225093189, -0.4019939938269269],
                [
                  0.6245801031876818, 0, 0, -0.14524283430282314, -0.5918683147789652, 0, -0.5232075121196631,
                  0.26140446700512837, -0.6021964349261643,
                ],
              ],
            ],
          ]
        : [
            [
              [
                [-1.5697, 0.3058, 0.6988, -0.6919, 0.8147],
                [0.3001, 0.4348, -1.1841, -0.0264, 1.3347],
                [
                  2.308542830445214, 0, 0, 0, 0, 0.5194826728723587, 1.6003692550737751, 0, 0, 0,
                  0.1917724870257747, 1.3459272033798069, 1.5255124635420587, 0, 0, 0.6810122728789935,
                  1.0568985369241974, 0.44885512707412056, 1.7983250100398853, 0, -1.0455708112352835,
                  -0.5352259033885828, -0.9409462171883801, -0.8104015843337878, 1.5756612578542482,
                ],
              ],
              -8.566781706648614,
              [
                [
                  0.32774514360257173, 0.34702538070136324, -0.7410987443636454, 0.35581466132222767,
                  0.2172316030254769,
                ],
                [
                  -0.32774514360257173, -0.34702538070136324, 0.7410987443636454, -0.35581466132222767,
                  -0.2172316030254769,
                ],
                [
                  -0.1677171094188629, 0, 0, 0, 0, 0.28107256589658836, -0.6881199761875018, 0, 0, 0,
                  -0.6002515586613153, 0.13510541106733634, 0.21545842448601202, 0, 0, 0.2881914274954103,
                  -0.0648665059107646, -0.418170964148824, -0.39103707148751277, 0, 0.17594633548934543,
                  -0.03960223282900653, -0.25530130923552113, 0.10075757190749111, -0.5602994015354565,
                ],
              ],
            ],
          ],
    marginals: (parameters) => marginals(parameters, size),
  });
});
