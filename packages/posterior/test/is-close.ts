/** What "equal to 1e-8" means in the comparisons with R. */

/** Relative, because units differ by 24 orders of magnitude between the sets; absolute only around 0. NaN equals NaN. */
export function isClose(got: number, wanted: number, tolerance = 1e-8): boolean {
  if (Object.is(got, wanted) || got === wanted) return true;
  return Math.abs(got - wanted) <= tolerance * (wanted === 0 ? 1 : Math.abs(wanted));
}
