/** The most that a concave value can rise above a plan: what its tangent allows within the constraints. */

import type { Polytope } from "@mmm/numerics/optimization";
import { firstOrderAt } from "./first-order.js";
import { relax } from "./relax.js";

/**
 * max over allowed z of gradient · (z − x), bounded from above by prices of the constraints; 0 at an optimum. It is what Frank
 * and Wolfe's method calls its gap.
 *
 * @source jaggi2013
 */
export function tangentBound(
  x: Float64Array,
  gradient: Float64Array,
  set: Polytope,
  unit: number,
  worth: number,
): number {
  const { multipliers } = firstOrderAt(x, gradient, set, unit, worth);
  const lines = Array.from(x, (at, i) => {
    const ends = set.upper[i] > set.lower[i] ? [set.lower[i], set.upper[i]] : [set.lower[i]];
    return { x: ends, y: ends.map((end) => gradient[i] * (end - at)) };
  });
  return Math.max(0, relax(lines, set.constraints, multipliers).bound);
}
