/** Differences of numbers that are given, and wanted, as logarithms. */
import { exp } from "./exp.js";
import { expm1 } from "./expm1.js";
import { log } from "./log.js";
import { log1p } from "./log1p.js";

/**
 * ln(1 − e^x), the logarithm of the complement of a probability that is given as a logarithm. Measured error ≤ 2 ulp.
 *
 * @param x  number ≤ 0
 * @returns number ≤ 0; −Infinity at 0, NaN above
 * @example
 * log1mExp(-1); // => -0.4586751453870819
 * log1mExp(-1e-300); // => -690.7755278982137
 */
export function log1mExp(x: number): number {
  // On either side of −ln 2 the inner function keeps the digits that the other would lose.
  return x > -Math.LN2 ? log(-expm1(x)) : log1p(-exp(x));
}

/**
 * ln(e^a − e^b) without overflow; the counterpart of `logAddExp`.
 *
 * @param a  logarithm of a number ≥ 0 (−Infinity stands for 0)
 * @param b  likewise, not above a
 * @returns logarithm of the difference; −Infinity for a = b, NaN for a < b
 * @example
 * logSubtractExp(1000, 999); // => 999.5413248546129
 * logSubtractExp(3, -Infinity); // => 3
 */
export function logSubtractExp(a: number, b: number): number {
  // Equal infinities would otherwise give ∞ − ∞.
  if (a === b) return -Infinity;
  return a + log1mExp(b - a);
}
