/** Powers with real exponents, from basic arithmetic only. */
import { productError, sumError } from "./double-double.js";
import { expOfSum } from "./exp.js";
import { FIRST_KNOT, LN2_HIGH, LN2_LOW, LOG_TABLE, LOG_TABLE_STRIDE, reducedExponent } from "./log-table.js";
import { removePowerOfTwo } from "./scale-by-power-of-two.js";

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;

/**
 * base^exponent, the same bits on every machine; special cases as `**` in JavaScript (so pow(1, NaN) is NaN).
 *
 * The logarithm is carried to about 70 bits, so that large exponents do not magnify its error. Measured error ≤ 0.52 ulp
 * (≤ 1.02 ulp of the subnormal grid where the result is subnormal).
 * For 0 < base, pow costs about four times exp; write exp(exponent · logBase) where log(base) is already known.
 *
 * @param base      any number
 * @param exponent  any number
 * @returns base^exponent; NaN for a negative base with an exponent that is no integer
 * @source tang1989
 * @example
 * pow(2, 10); // => 1024
 * pow(2, 0.5); // => 1.4142135623730951
 * pow(-8, 1 / 3); // => NaN
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  if (base !== base || exponent !== exponent) return NaN;
  const size = Math.abs(base);
  const odd = isOddInteger(exponent);
  if (base < 0 && base !== -Infinity && !odd && exponent !== Math.floor(exponent)) return NaN;
  const magnitude = powOfPositive(size, exponent);
  const negative = base < 0 || (base === 0 && 1 / base < 0);
  return negative && odd ? -magnitude : magnitude;
}

/** Whether the exponent keeps the sign of the base. Beyond 2^53 every double is even. */
function isOddInteger(exponent: number): boolean {
  const half = Math.abs(exponent) / 2;
  return half <= 4503599627370496 && half - Math.floor(half) === 0.5;
}

/** size^exponent for size ≥ 0, neither NaN. */
function powOfPositive(size: number, exponent: number): number {
  if (size === 1) return Math.abs(exponent) === Infinity ? NaN : 1;
  if (size === 0 || size === Infinity || Math.abs(exponent) === Infinity)
    return size > 1 === exponent > 0 ? Infinity : 0;
  const scaled = size < SMALLEST_NORMAL ? size * TWO_54 : size;
  const twos = reducedExponent(scaled);
  return expOfProduct(removePowerOfTwo(scaled, twos), size < SMALLEST_NORMAL ? twos - 54 : twos, exponent);
}

/** exp(exponent · ln(2^twos · z)), with ln in two doubles of about 70 bits relative. */
function expOfProduct(z: number, twos: number, exponent: number): number {
  const knot = (z * 128 + 0.5) | 0;
  const at = (knot - FIRST_KNOT) * LOG_TABLE_STRIDE;
  const inverse = LOG_TABLE[at];
  const offset = z - knot * 0.0078125;
  // (z − F) / F in two parts; the first has 24 bits, so its square and its product with F are exact.
  const q = Math.fround(offset * inverse);
  const qLow = (offset - q * (knot * 0.0078125)) * inverse;
  const halfSquare = 0.5 * q * q;
  const r = q + qLow;
  const cubic =
    r *
    r *
    r *
    (0.3333333333333333 - r * (0.25 - r * (0.2 - r * (0.16666666666666666 - r * (1 / 7 - r / 8)))));
  const exact = twos * LN2_HIGH + LOG_TABLE[at + 1];
  const first = exact + q;
  const second = first - halfSquare;
  const rest =
    cubic +
    (exact - first + q + sumError(first, -halfSquare, second)) +
    (qLow - qLow * (q + 0.5 * qLow)) +
    (twos * LN2_LOW + LOG_TABLE[at + 2]);
  const high = second + rest;
  const low = second - high + rest;
  const product = exponent * high;
  if (product > 709.79) return Infinity;
  if (product < -745.14) return 0;
  // A product this small is far inside half an ulp of 1, and its own error may not be representable.
  if (product < 1e-20 && product > -1e-20) return 1;
  return expOfSum(product, productError(exponent, high, product) + exponent * low);
}
