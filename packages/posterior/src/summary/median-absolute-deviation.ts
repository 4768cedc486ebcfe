/** Spread that outlying draws cannot move. */
import { quantile } from "@mmm/numerics";

/** 1 / Φ⁻¹(3/4) to the digits that R uses: makes it the sd where draws are normal. */
const normalConsistency = 1.4826;

/**
 * Median absolute deviation: 1.4826 · median |x − median x|.
 *
 * For normal draws it is the standard deviation; for heavy tails, where the sd is a matter of a few draws or does not
 * exist, it still tells the spread of the middle.
 *
 * @param values  the draws of all chains, in any order
 * @returns  in the unit of the draws, ≥ 0; NaN when any draw is NaN
 * @source iglewicz1993
 * @example
 * medianAbsoluteDeviation(Float64Array.of(1, 2, 3, 4, 100)); // => 1.4826
 */
export function medianAbsoluteDeviation(values: Float64Array): number {
  const centre = quantile(values, 0.5);
  return (
    normalConsistency *
    quantile(
      values.map((value) => Math.abs(value - centre)),
      0.5,
    )
  );
}
