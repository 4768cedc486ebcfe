/** Linear trend: a straight line through the window of the data. */

/**
 * A straight line from −½ in the first period to ½ in the last, so that its coefficient is the change over the whole
 * window and it is uncorrelated with the intercept.
 *
 * @param request  `periods`, their number, a whole number ≥ 1
 * @returns        [time]; 0 when there is one period only
 * @throws {RangeError} when the number of periods is not a whole number ≥ 1
 * @example
 * linearTrend({ periods: 3 }); // => [-0.5, 0, 0.5]
 */
export function linearTrend({ periods }: { readonly periods: number }): Float64Array {
  if (!Number.isInteger(periods) || periods < 1) {
    throw new RangeError(
      `linearTrend: periods must be a whole number ≥ 1, got ${periods}. Give the number of periods.`,
    );
  }
  return Float64Array.from({ length: periods }, (_, t) => (periods === 1 ? 0 : t / (periods - 1) - 0.5));
}
