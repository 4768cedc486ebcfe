/** The numbers below any bound as a support. */

import { exp as expOf, negate, subtract } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import type { Support } from "./support.js";

/**
 * Numbers below a bound, through the exponential function: x = high − e⁻ᵘ, which grows with u like every other door.
 *
 * @param high  the bound, finite
 * @returns     the support
 * @throws {RangeError} when the bound is not finite
 * @example
 * upperBounded(10).toConstrained(0); // => 9
 */
export function upperBounded(high: number): Support {
  if (!Number.isFinite(high)) {
    throw new RangeError(
      `upperBounded: the bound must be finite, got ${high}. Use \`real\` where there is none.`,
    );
  }
  return {
    kind: "upper-bounded",
    range: `below ${high} and finite`,
    constrain: (u) => subtract(high, expOf(negate(u))),
    logJacobian: (u) => negate(u),
    toUnconstrained: (x) => -log(high - x),
    toConstrained: (u) => high - exp(-u),
    contains: (x) => x < high && x > -Infinity,
  };
}
