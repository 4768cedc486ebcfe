/** The natural logarithm, from basic arithmetic only. */
import { FIRST_KNOT, LN2_HIGH, LN2_LOW, LOG_TABLE, LOG_TABLE_STRIDE, reducedExponent } from "./log-table.js";
import { removePowerOfTwo } from "./scale-by-power-of-two.js";

const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** Half the width of the interval around 1 that has no table. */
export const NEAR_ONE = 1 / 64;
const TWO_54 = 18014398509481984;

/**
 * The natural logarithm, the same bits on every machine.
 *
 * Tang's table method: x = 2^k · z, ln x = k · ln 2 + ln F + ln(1 + (z − F) / F) with F the multiple of 1/128 nearest
 * to z. Measured error ≤ 0.7 ulp near 1, ≤ 0.52 ulp beyond [½, 2].
 *
 * @param x  number ≥ 0
 * @returns ln x; −Infinity for 0, NaN for x < 0 or NaN, Infinity for Infinity
 * @source tang1989
 * @example
 * log(1); // => 0
 * log(10); // => 2.302585092994046
 * log(0) === -Infinity; // => true
 */
export function log(x: number): number {
  const fromOne = x - 1;
  if (fromOne < NEAR_ONE && fromOne > -NEAR_ONE) return log1pNearZero(fromOne);
  if (x >= SMALLEST_NORMAL && x < Infinity) {
    const exponent = reducedExponent(x);
    return logOfReduced(removePowerOfTwo(x, exponent), 0, exponent);
  }
  if (x === 0) return -Infinity;
  if (x > 0) return x === Infinity ? Infinity : logOfSubnormal(x);
  return NaN;
}

function logOfSubnormal(x: number): number {
  const scaled = x * TWO_54;
  const exponent = reducedExponent(scaled);
  return logOfReduced(removePowerOfTwo(scaled, exponent), 0, exponent - 54);
}

/** ln(2^exponent · (z + tail)), z in [0.6875, 1.375), tail below z's ulp, the argument not within 1/64 of 1. */
export function logOfReduced(z: number, tail: number, exponent: number): number {
  const knot = (z * 128 + 0.5) | 0;
  const at = (knot - FIRST_KNOT) * LOG_TABLE_STRIDE;
  const r = (z - knot * 0.0078125 + tail) * LOG_TABLE[at];
  const square = r * r;
  const beyondLinear =
    square * (-0.5 + r * (1 / 3) + square * (-0.25 + r * 0.2 + square * (-1 / 6 + r * (1 / 7))));
  const exact = exponent * LN2_HIGH + LOG_TABLE[at + 1];
  const total = exact + r;
  return total + (exact - total + r + (exponent * LN2_LOW + LOG_TABLE[at + 2]) + beyondLinear);
}

/** ln(1 + r) for |r| ≤ 1/64 by its Taylor series: here a table's knot and r would partly cancel. */
export function log1pNearZero(r: number): number {
  const square = r * r;
  const high = -1 / 6 + r * (1 / 7) + square * (-1 / 8 + r * (1 / 9));
  return r + square * (-0.5 + r * (1 / 3) + square * (-0.25 + r * 0.2 + square * high));
}
