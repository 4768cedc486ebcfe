/** The numbers between two ends as a support. */

import { add, logistic as logisticOf, multiply } from "@mmm/autodiff";
import { log, logistic } from "@mmm/numerics";
import { logisticLogSlope } from "./logistic-log-slope.js";
import type { Support } from "./support.js";

/**
 * Numbers between two ends, through the logistic function: x = low + (high − low) / (1 + e⁻ᵘ).
 *
 * @param low   lower end, finite
 * @param high  upper end, finite, above `low`
 * @returns     the support
 * @throws {RangeError} when the ends are not finite or not in order
 * @example
 * interval(10, 20).toConstrained(0); // => 15
 */
export function interval(low: number, high: number): Support {
  const width = high - low;
  if (!(width > 0 && width < Infinity)) {
    throw new RangeError(
      `interval: the lower end must be below the upper, both finite, got ${low} and ${high}. Give the ends in order.`,
    );
  }
  return {
    kind: "interval",
    range: `between ${low} and ${high}`,
    constrain: (u) => add(multiply(logisticOf(u), width), low),
    logJacobian: (u) => add(logisticLogSlope(u), log(width)),
    toUnconstrained: (x) => log((x - low) / (high - x)),
    toConstrained: (u) => low + width * logistic(u),
    contains: (x) => x > low && x < high,
  };
}
