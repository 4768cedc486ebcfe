/** The mean of the worst share of some values, smooth and concave: conditional value at risk and the like. */

import { logistic, softplus } from "@mmm/numerics";

/** Newton steps at most to find the threshold; a bracket halves where one fails. */
const STEPS_AT_MOST = 100;

/**
 * The mean of the lowest `level` of values, by Rockafellar and Uryasev's formula with its corner rounded off over `width`:
 *
 *     max over τ   τ − (1 / level) · mean(width · softplus((τ − value) / width))
 *
 * It is concave in the values and below the exact mean of the tail by less than width · ln 2 / level.
 *
 * @param values  [n]
 * @param level   in (0, 1)
 * @param width   > 0, in the unit of the values
 * @param slope   [n] overwritten: ∂ / ∂value, ≥ 0, adding up to 1
 * @returns       in the unit of the values
 * @source rockafellar2000
 */
export function tailMean(values: Float64Array, level: number, width: number, slope: Float64Array): number {
  const threshold = smoothQuantile(values, level, width);
  let excess = 0;
  for (let i = 0; i < values.length; i++) {
    const z = (threshold - values[i]) / width;
    slope[i] = logistic(z) / (level * values.length);
    excess += width * softplus(z);
  }
  return threshold - excess / (level * values.length);
}

/**
 * The τ below which `level` of the values lie, where a value counts as below by logistic((τ − value) / width): a quantile that moves
 * smoothly with all values near it.
 */
export function smoothQuantile(values: Float64Array, level: number, width: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // Far enough beyond the ends that the smooth share is 0 and 1.
  low -= 40 * width;
  high += 40 * width;
  let at = low + level * (high - low);
  for (let step = 0; step < STEPS_AT_MOST && high - low > 1e-14 * width; step++) {
    let share = 0;
    let density = 0;
    for (const value of values) {
      const p = logistic((at - value) / width);
      share += p;
      density += p * (1 - p);
    }
    const miss = share / values.length - level;
    if (Math.abs(miss) < 1e-14) return at;
    if (miss > 0) high = at;
    else low = at;
    const newton = at - (miss * width * values.length) / density;
    at = newton > low && newton < high ? newton : low + (high - low) / 2;
  }
  return at;
}
