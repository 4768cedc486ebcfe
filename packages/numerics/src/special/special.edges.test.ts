import { expect, test } from "vitest";
import {
  betaQuantile,
  digamma,
  erf,
  erfc,
  gammaQuantile,
  incompleteBeta,
  incompleteGamma,
  logBeta,
  logGamma,
  normalCdf,
  normalLogCdf,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
} from "../index.js";

const edges: readonly [
  string,
  (...args: number[]) => number,
  readonly (readonly [readonly number[], number])[],
][] = [
  [
    "logGamma",
    logGamma,
    [
      [[1], 0],
      [[2], 0],
      [[0], Infinity],
      [[-3], Infinity],
      [[Infinity], Infinity],
      [[-Infinity], Infinity],
      [[3e305], Infinity],
      [[NaN], NaN],
    ],
  ],
  [
    "digamma",
    digamma,
    [
      [[0], NaN],
      [[-2], NaN],
      [[Infinity], Infinity],
      [[NaN], NaN],
    ],
  ],
  [
    "logBeta",
    logBeta,
    [
      [[1, 1], 0],
      [[0, 1], NaN],
      [[-1, 1], NaN],
      [[NaN, 1], NaN],
    ],
  ],
  [
    "erf",
    erf,
    [
      [[0], 0],
      [[-0], -0],
      [[6], 1],
      [[-6], -1],
      [[Infinity], 1],
      [[-Infinity], -1],
      [[NaN], NaN],
    ],
  ],
  [
    "erfc",
    erfc,
    [
      [[0], 1],
      [[27.3], 0],
      [[Infinity], 0],
      [[-Infinity], 2],
      [[NaN], NaN],
    ],
  ],
  [
    "normalCdf",
    normalCdf,
    [
      [[0], 0.5],
      [[-38.6], 0],
      [[9], 1],
      [[Infinity], 1],
      [[-Infinity], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "normalLogCdf",
    normalLogCdf,
    [
      [[-1e200], -Infinity],
      [[-Infinity], -Infinity],
      [[40], -0],
      [[Infinity], -0],
      [[NaN], NaN],
    ],
  ],
  [
    "normalQuantile",
    normalQuantile,
    [
      [[0], -Infinity],
      [[1], Infinity],
      [[0.5], 0],
      [[-0.1], NaN],
      [[1.1], NaN],
      [[NaN], NaN],
    ],
  ],
  [
    "incompleteGamma",
    incompleteGamma,
    [
      [[0, 2], 0],
      [[Infinity, 2], 1],
      [[-1, 2], NaN],
      [[1, 0], NaN],
      [[1, Infinity], NaN],
      [[NaN, 1], NaN],
      [[1e300, 1e-300], 1],
    ],
  ],
  [
    "gammaQuantile",
    gammaQuantile,
    [
      [[0, 2], 0],
      [[1, 2], Infinity],
      [[-0.1, 2], NaN],
      [[0.5, -1], NaN],
      [[NaN, 1], NaN],
      [[1e-300, 1e-3], 0],
    ],
  ],
  [
    "incompleteBeta",
    incompleteBeta,
    [
      [[0, 2, 3], 0],
      [[1, 2, 3], 1],
      [[1.1, 2, 3], NaN],
      [[0.5, 0, 3], NaN],
      [[0.5, 2, NaN], NaN],
      [[0.5, 2, Infinity], NaN],
    ],
  ],
  [
    "betaQuantile",
    betaQuantile,
    [
      [[0, 2, 3], 0],
      [[1, 2, 3], 1],
      [[-0.1, 2, 3], NaN],
      [[0.5, 0, 3], NaN],
      [[NaN, 2, 3], NaN],
      [[0.5, 1e6, 1e6], 0.5],
    ],
  ],
  [
    "studentTCdf",
    studentTCdf,
    [
      [[0, 3], 0.5],
      [[Infinity, 3], 1],
      [[-Infinity, 3], 0],
      [[1, 0], NaN],
      [[NaN, 3], NaN],
      [[-2, Infinity], normalCdf(-2)],
    ],
  ],
  [
    "studentTQuantile",
    studentTQuantile,
    [
      [[0, 3], -Infinity],
      [[1, 3], Infinity],
      [[0.5, 3], 0],
      [[0.4, -1], NaN],
      [[1.4, 3], NaN],
      [[0.1, Infinity], normalQuantile(0.1)],
    ],
  ],
];

test.each(edges)("%s at its edges", (_, of, values) => {
  for (const [args, expected] of values) expect(of(...args), `at ${args.join(", ")}`).toBe(expected);
});

// Γ(−1.5) = 4√π/3 and its neighbours; the reflection formula at moderate and at large negative arguments.
// From ../shared/reference/statistics/special_functions.json.
test.each([
  [logGamma, -1.5, 0.860047015376481],
  [logGamma, -2.3, 0.36956666345500805],
  [logGamma, -100.7, -365.61225576180533],
  [logGamma, -2.999999, 12.023752344715612],
  [digamma, -1.5, 0.7031566406452432],
  [digamma, -10.2, 6.694638450417517],
])("negative arguments of %o at %d", (of, x, expected) => {
  expect(Math.abs(of(x) / expected - 1)).toBeLessThan(4e-15);
});

test("one degree of freedom far out has the tail of the Cauchy distribution, 1 / (π x)", () => {
  expect(studentTCdf(-1e100, 1) * Math.PI * 1e100).toBeCloseTo(1, 12);
  expect(studentTCdf(-1e200, 1) * Math.PI * 1e200).toBeCloseTo(1, 12);
});

test("a million degrees of freedom and more end quickly and near the normal distribution", () => {
  for (const degrees of [1e6, 1e9, 1e12, 1e18]) {
    expect(Math.abs(studentTCdf(-3, degrees) / normalCdf(-3) - 1)).toBeLessThan(60 / degrees + 1e-12);
    expect(Math.abs(studentTQuantile(0.975, degrees) / normalQuantile(0.975) - 1)).toBeLessThan(
      2 / degrees + 1e-12,
    );
  }
});
