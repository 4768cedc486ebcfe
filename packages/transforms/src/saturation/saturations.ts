/** The table of saturations, by the names that specs use. */

import { transformOf } from "../transform-of.js";
import type { Transform } from "../transform.js";
import { baselinedTanhSaturation } from "./baselined-tanh-saturation.js";
import { concavePolynomialSaturation } from "./flexible/concave-polynomial-saturation.js";
import { networkSaturation } from "./flexible/network-saturation.js";
import { piecewiseLinearSaturation } from "./flexible/piecewise-linear-saturation.js";
import { splineSaturation } from "./flexible/spline-saturation.js";
import { hillSaturation } from "./hill-saturation.js";
import { inverseScaledLogisticSaturation } from "./inverse-scaled-logistic-saturation.js";
import { logSaturation } from "./log-saturation.js";
import { logisticSaturation } from "./logistic-saturation.js";
import { michaelisMentenSaturation } from "./michaelis-menten-saturation.js";
import { noSaturation } from "./no-saturation.js";
import { reachFrequency } from "./reach-frequency.js";
import { rootSaturation } from "./root-saturation.js";
import { sigmoidSaturation } from "./sigmoid-saturation.js";
import { tanhSaturation } from "./tanh-saturation.js";

/**
 * Every saturation by kind.
 *
 * @example
 * saturations.hill.parameters.slope.fixed; // => 1
 */
export const saturations = {
  hill: hillSaturation,
  logistic: logisticSaturation,
  "inverse-scaled-logistic": inverseScaledLogisticSaturation,
  sigmoid: sigmoidSaturation,
  tanh: tanhSaturation,
  "baselined-tanh": baselinedTanhSaturation,
  "michaelis-menten": michaelisMentenSaturation,
  root: rootSaturation,
  log: logSaturation,
  "concave-polynomial": concavePolynomialSaturation,
  "piecewise-linear": piecewiseLinearSaturation,
  spline: splineSaturation,
  network: networkSaturation,
  "reach-frequency": reachFrequency,
  none: noSaturation,
} as const;

/** The kinds of saturation. */
export type SaturationKind = keyof typeof saturations;

/**
 * The saturation of a kind.
 *
 * @param kind  its name in specs
 * @returns     the transform
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * saturationOf("hill")(Float64Array.of(2), { halfSaturation: 2, slope: 3 }); // => [0.5]
 */
export function saturationOf(kind: string): Transform {
  return transformOf("saturation", saturations, kind);
}
