/** The table of saturations, by the names that specs use. */

import { transformOf } from "../transform-of.js";
import type { Transform } from "../transform.js";
import { hillSaturation } from "./hill-saturation.js";
import { logisticSaturation } from "./logistic-saturation.js";
import { noSaturation } from "./no-saturation.js";

/**
 * Every saturation by kind.
 *
 * @example
 * saturations.hill.parameters.slope.fixed; // => 1
 */
export const saturations = {
  hill: hillSaturation,
  logistic: logisticSaturation,
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
