/** Sums of numbers that are given, and wanted, as logarithms. */
import { exp } from "./exp.js";
import { log } from "./log.js";
import { log1p } from "./log1p.js";

/**
 * ln(e^a + e^b) without overflow.
 *
 * @param a  logarithm of a number ≥ 0 (−Infinity stands for 0)
 * @param b  likewise
 * @returns logarithm of the sum; absolute error ≤ 2 ulp of max(|a|, |b|, 1)
 * @example
 * logAddExp(1000, 1000); // => 1000.6931471805599
 * logAddExp(-Infinity, 3); // => 3
 */
export function logAddExp(a: number, b: number): number {
  const larger = a > b ? a : b;
  const smaller = a > b ? b : a;
  // Equal infinities would otherwise give ∞ − ∞.
  if (larger === smaller) return larger + Math.LN2;
  return larger + log1p(exp(smaller - larger));
}

/**
 * ln Σ e^values without overflow, added from the first to the last value.
 *
 *     logSumExp(v) = m + ln Σ e^(vᵢ − m),     m = max v
 *
 * @param values  logarithms, any length
 * @returns logarithm of the sum; −Infinity for no values, NaN if any value is NaN
 * @example
 * logSumExp(Float64Array.of(1000, 1000, 1000, 1000)); // => 1001.3862943611199
 * logSumExp([]) === -Infinity; // => true
 */
export function logSumExp(values: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] <= largest)) largest = values[i];
    if (largest !== largest) return NaN;
  }
  if (largest === Infinity || largest === -Infinity) return largest;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += exp(values[i] - largest);
  return largest + log(total);
}
