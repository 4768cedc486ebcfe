/** The numbers above any bound as a support. */

import { add, exp as expOf } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import type { Support } from "./support.js";

/**
 * Numbers above a bound, through the exponential function: x = low + eᵘ.
 *
 * @param low  the bound, finite
 * @returns    the support
 * @throws {RangeError} when the bound is not finite
 * @example
 * lowerBounded(10).toConstrained(0); // => 11
 */
export function lowerBounded(low: number): Support {
  if (!Number.isFinite(low)) {
    throw new RangeError(
      `lowerBounded: the bound must be finite, got ${low}. Use \`real\` where there is none.`,
    );
  }
  return {
    kind: "lower-bounded",
    range: `above ${low} and finite`,
    constrain: (u) => add(expOf(u), low),
    logJacobian: (u) => u,
    toUnconstrained: (x) => log(x - low),
    toConstrained: (u) => low + exp(u),
    contains: (x) => x > low && x < Infinity,
  };
}
