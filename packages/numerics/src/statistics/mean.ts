/** The arithmetic mean. */
import { sum } from "./sum.js";

/**
 * The arithmetic mean Σ values / n.
 *
 * @param values  at least one number
 * @returns the mean; NaN for no values or if any value is NaN
 * @example
 * mean([1, 2, 4]); // => 2.3333333333333335
 */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}
