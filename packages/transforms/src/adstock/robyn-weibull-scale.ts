/** Robyn's scale of a Weibull adstock, which is a share of the window, in periods. */

/**
 * The scale in periods that Robyn makes of its hyperparameter: the quantile of 1, 2, … `window` at that share, rounded to
 * a whole period, halves to the even one.
 *
 * @param share   Robyn's `scale`, between 0 and 1
 * @param window  number of periods of Robyn's window, a whole number ≥ 1
 * @returns       `scale` for `weibullPdfAdstock` and `weibullCdfAdstock`, in periods
 * @throws {RangeError} when an argument is not as said
 * @source robyn2024
 * @example
 * robynWeibullScale(0.1, 20); // => 3
 */
export function robynWeibullScale(share: number, window: number): number {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(
      `robynWeibullScale: share must be between 0 and 1, got ${share}. Give Robyn's hyperparameter "scale".`,
    );
  }
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(
      `robynWeibullScale: window must be a whole number ≥ 1, got ${window}. Give the number of periods.`,
    );
  }
  const place = 1 + (window - 1) * share;
  const below = Math.floor(place);
  const part = place - below;
  if (part !== 0.5) return Math.round(place);
  return below % 2 === 0 ? below : below + 1;
}
