/** The sample variance. */
import { mean } from "./mean.js";

/**
 * The unbiased sample variance, in two passes.
 *
 *     variance = Σ (valueᵢ − mean)² / (n − 1)
 *
 * @param values  at least two numbers
 * @returns number ≥ 0; exactly 0 if all values are equal; NaN for fewer than two values or if any value is NaN
 * @example
 * variance([1, 2, 3, 4]); // => 1.6666666666666667
 */
export function variance(values: ArrayLike<number>): number {
  const count = values.length;
  if (count < 2) return NaN;
  const centre = mean(values);
  let squares = 0;
  let deviations = 0;
  for (let i = 0; i < count; i++) {
    const deviation = values[i] - centre;
    deviations += deviation;
    squares += deviation * deviation;
  }
  // What the rounding of the mean left over; negligible unless the values are huge beside their spread.
  return (squares - (deviations * deviations) / count) / (count - 1);
}
