/** Sums in a fixed order with an error that does not grow with the number of terms. */
import { sumError } from "../elementary/double-double.js";

/**
 * Σ values, added from the first to the last with the rounding errors carried along (Neumaier), so the result does not
 * depend on anything but the values and their order, and is within an ulp or two even where large terms cancel.
 *
 * @param values  any length
 * @returns the sum; 0 for no values; NaN if a value is NaN or infinities of both signs meet
 * @example
 * sum([0.1, 0.2, 0.3]); // => 0.6
 * sum([1e100, 1, -1e100]); // => 1
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const next = total + values[i];
    lost += sumError(total, values[i], next);
    total = next;
  }
  // The error of an infinite sum is NaN and says nothing.
  return Number.isFinite(total) ? total + lost : total;
}
