/** Sample quantiles. */

/**
 * The sample quantile by linear interpolation between order statistics (Hyndman and Fan's type 7, the default of R,
 * NumPy and ArviZ).
 *
 *     h = (n − 1) · probability,     quantile = x₍⌊h⌋₎ + (h − ⌊h⌋) · (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎)     (x₍₀₎ ≤ x₍₁₎ ≤ …)
 *
 * @param values       at least one number, sorted or not; not changed (already sorted input is not copied)
 * @param probability  in [0, 1]
 * @returns the quantile; NaN for no values or if any value is NaN
 * @throws {RangeError} for a probability outside [0, 1]
 * @example
 * quantile(Float64Array.of(4, 1, 3, 2), 0.5); // => 2.5
 * quantile(Float64Array.of(1, 2, 3, 4), 0.1); // => 1.3
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`quantile: probability must be in [0, 1], got ${probability}. Pass 0.05 for 5 %.`);
  }
  const count = values.length;
  if (count === 0 || hasNaN(values)) return NaN;
  const sorted = isSorted(values) ? values : new Float64Array(values).sort();
  const position = (count - 1) * probability;
  const index = Math.floor(position);
  const below = sorted[index];
  if (index === position) return below;
  const above = sorted[index + 1];
  // Equal neighbours are returned as they are, so that infinities do not become NaN.
  return below === above ? below : below + (position - index) * (above - below);
}

function hasNaN(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) return true;
  return false;
}

function isSorted(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] < values[i - 1]) return false;
  return true;
}
