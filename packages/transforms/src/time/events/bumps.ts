/** The table of event bumps, by the names that specs use. */

import { transformOf } from "../../transform-of.js";
import type { Transform } from "../../transform.js";
import { gaussianBump } from "./gaussian-bump.js";
import { halfGaussianBump } from "./half-gaussian-bump.js";

/**
 * Every bump by kind.
 *
 * @example
 * bumps.gaussian.parameters.width.symbol; // => "σ"
 */
export const bumps = { gaussian: gaussianBump, "half-gaussian": halfGaussianBump } as const;

/** The kinds of bump. */
export type BumpKind = keyof typeof bumps;

/**
 * The bump of a kind.
 *
 * @param kind  its name in specs
 * @returns     the transform from days to shares of the effect
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * bumpOf("gaussian")(Float64Array.of(0), { width: 3 }); // => [1]
 */
export function bumpOf(kind: string): Transform {
  return transformOf("bump", bumps, kind);
}
