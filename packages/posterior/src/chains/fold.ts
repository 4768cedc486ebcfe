/** Distances from the median: where chains agree on the middle but not on the spread, these differ. */
import { type Chains, mapDraws } from "./chains.js";

/**
 * |x − median(x)|, the median taken over all draws of all chains.
 *
 * Ranks of these distances hang on the last bit of the median, since the two middle draws are equally far from it. So it
 * is their half sum, rounded once, as in R, and mirrored draws fold to the same distances; an interpolated quantile
 * would promise neither.
 */
export function fold(x: Chains): Chains {
  const sorted = x.values.slice().sort();
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return mapDraws(x, (value) => Math.abs(value - median));
}
