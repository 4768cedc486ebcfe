/** Sample quantiles. */

/** Hyndman and Fan's nine definitions: 1–3 give observed values or their averages, 4–9 interpolate between them. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * The sample quantile by one of Hyndman and Fan's nine definitions. Type 7, the default of R, NumPy and ArviZ, is linear
 * interpolation between order statistics.
 *
 *     h = (n − 1) · probability,     quantile = x₍⌊h⌋₎ + (h − ⌊h⌋) · (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎)     (x₍₀₎ ≤ x₍₁₎ ≤ …)
 *
 * Type 1 inverts the distribution function, 2 averages at its jumps (SAS), 3 takes the nearest observation; 4 to 6 and
 * 8, 9 interpolate as type 7 does between positions n·p, n·p + ½, (n + 1)·p, (n + ⅓)·p + ⅓ (nearly median-unbiased
 * whatever the distribution) and (n + ¼)·p + ⅜ (nearly unbiased for normal data).
 *
 * @param values       at least one number, sorted or not; not changed (already sorted input is not copied)
 * @param probability  in [0, 1]
 * @param type         which definition, default 7
 * @returns the quantile; NaN for no values or if any value is NaN
 * @throws {RangeError} for a probability outside [0, 1]
 * @source hyndman1996
 * @example
 * quantile(Float64Array.of(4, 1, 3, 2), 0.5); // => 2.5
 * quantile(Float64Array.of(1, 2, 3, 4), 0.1); // => 1.3
 * quantile(Float64Array.of(1, 2, 3, 4), 0.1, 1); // => 1
 */
export function quantile(values: ArrayLike<number>, probability: number, type: QuantileType = 7): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`quantile: probability must be in [0, 1], got ${probability}. Pass 0.05 for 5 %.`);
  }
  const count = values.length;
  if (count === 0 || hasNaN(values)) return NaN;
  const sorted = isSorted(values) ? values : new Float64Array(values).sort();
  const position = type === 7 ? (count - 1) * probability : positionOf(type, count, probability);
  const index = Math.floor(position);
  const below = sorted[index];
  if (index === position) return below;
  const above = sorted[index + 1];
  // Equal neighbours are returned as they are, so that infinities do not become NaN.
  return below === above ? below : below + (position - index) * (above - below);
}

/** (a, b) of types 4 to 9: counted from 1, the position is a + (n + 1 − a − b) · p. */
const PLOTTING: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [number, number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};
/** A position this close to a whole number is one: n · p is rounded, and types 1 to 3 jump there (as R does). */
const FUZZ = 4 * 2.220446049250313e-16;

/** Where the quantile lies among the sorted values, counted from 0; its fraction is the weight of the next value. */
function positionOf(type: QuantileType, count: number, probability: number): number {
  const within = (position: number): number => Math.min(Math.max(position - 1, 0), count - 1);
  if (type > 3) {
    const [a, b] = PLOTTING[type as keyof typeof PLOTTING];
    return within(snapped(a + (count + 1 - a - b) * probability));
  }
  const position = snapped(type === 3 ? count * probability - 0.5 : count * probability);
  const whole = Math.floor(position);
  if (position > whole) return within(whole + 1);
  if (type === 1) return within(whole);
  if (type === 2) return whole === 0 || whole === count ? within(whole) : whole - 0.5;
  // Half-way between two observations: the one of even rank.
  return within(whole % 2 === 0 ? whole : whole + 1);
}

function snapped(position: number): number {
  const nearest = Math.round(position);
  return Math.abs(position - nearest) < FUZZ * Math.max(1, nearest) ? nearest : position;
}

function hasNaN(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) return true;
  return false;
}

function isSorted(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] < values[i - 1]) return false;
  return true;
}
