import { expect, test } from "vitest";
import {
  besselI0LogSlope,
  erfcInverse,
  erfcx,
  erfInverse,
  incompleteBetaUpper,
  incompleteGammaUpper,
  inverseMillsRatio,
  lambertW,
  log1mExp,
  log1pMinus,
  logBesselI0,
  logChoose,
  logFactorial,
  logLogistic,
  logMultivariateGamma,
  logSubtractExp,
  owensT,
  tetragamma,
  trigamma,
} from "../index.js";

type Values = readonly (readonly [readonly number[], number])[];

const edges: readonly [string, (...args: number[]) => number, Values][] = [
  [
    "trigamma",
    trigamma,
    [
      [[0], Infinity],
      [[-2], Infinity],
      [[Infinity], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "tetragamma",
    tetragamma,
    [
      [[0], NaN],
      [[-1], NaN],
      [[Infinity], -0],
      [[NaN], NaN],
    ],
  ],
  [
    "erfcx",
    erfcx,
    [
      [[0], 1],
      [[-27], Infinity],
      [[-Infinity], Infinity],
      [[Infinity], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "erfInverse",
    erfInverse,
    [
      [[0], 0],
      [[1], Infinity],
      [[-1], -Infinity],
      [[1.1], NaN],
      [[NaN], NaN],
    ],
  ],
  [
    "erfcInverse",
    erfcInverse,
    [
      [[0], Infinity],
      [[2], -Infinity],
      [[1], 0],
      [[-0.1], NaN],
      [[NaN], NaN],
    ],
  ],
  [
    "inverseMillsRatio",
    inverseMillsRatio,
    [
      [[-Infinity], Infinity],
      [[Infinity], 0],
      [[40], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "log1mExp",
    log1mExp,
    [
      [[0], -Infinity],
      [[-Infinity], -0],
      [[1], NaN],
      [[NaN], NaN],
    ],
  ],
  [
    "logSubtractExp",
    logSubtractExp,
    [
      [[2, 2], -Infinity],
      [[-Infinity, -Infinity], -Infinity],
      [[Infinity, 3], Infinity],
      [[1, 2], NaN],
    ],
  ],
  [
    "logLogistic",
    logLogistic,
    [
      [[Infinity], -0],
      [[-Infinity], -Infinity],
      [[NaN], NaN],
    ],
  ],
  [
    "log1pMinus",
    log1pMinus,
    [
      [[0], 0],
      [[-1], -Infinity],
      [[-2], NaN],
      [[NaN], NaN],
    ],
  ],
  [
    "logBesselI0",
    logBesselI0,
    [
      [[0], 0],
      [[-Infinity], Infinity],
      [[1e-200], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "besselI0LogSlope",
    besselI0LogSlope,
    [
      [[0], 0],
      [[-Infinity], -1],
      [[5e-324], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "lambertW",
    lambertW,
    [
      [[0], 0],
      [[-0.36787944117144233], -1],
      [[-0.4], NaN],
      [[Infinity], Infinity],
      [[NaN], NaN],
    ],
  ],
  [
    "owensT",
    owensT,
    [
      [[1, 0], 0],
      [[0, Infinity], 0.25],
      [[-Infinity, 2], 0],
      [[3, NaN], NaN],
      [[0, -Infinity], -0.25],
    ],
  ],
  [
    "logChoose",
    logChoose,
    [
      [[5, 0], 0],
      [[5, 5], 0],
      [[5, 6], -Infinity],
      [[5, -1], -Infinity],
      [[-1, 0], NaN],
      [[5, NaN], NaN],
    ],
  ],
  [
    "logFactorial",
    logFactorial,
    [
      [[0], 0],
      [[1], 0],
      [[NaN], NaN],
    ],
  ],
  [
    "logMultivariateGamma",
    logMultivariateGamma,
    [
      [[1, 1], 0],
      [[1, 3], NaN],
      [[NaN, 2], NaN],
    ],
  ],
  [
    "incompleteGammaUpper",
    incompleteGammaUpper,
    [
      [[0, 2], 1],
      [[Infinity, 2], 0],
      [[-1, 2], NaN],
      [[1, 0], NaN],
      [[1, Infinity], NaN],
      [[NaN, 1], NaN],
    ],
  ],
  [
    "incompleteBetaUpper",
    incompleteBetaUpper,
    [
      [[0, 2, 3], 1],
      [[1, 2, 3], 0],
      [[1.1, 2, 3], NaN],
      [[0.5, 0, 3], NaN],
      [[0.5, 2, Infinity], NaN],
    ],
  ],
];

test.each(edges)("%s at its edges", (_, of, values) => {
  for (const [args, expected] of values) expect(of(...args), `at ${args.join(", ")}`).toBe(expected);
});
