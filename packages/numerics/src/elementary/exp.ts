/** The exponential function, from basic arithmetic only. */
import { EXP_TABLE, ROUNDING_SHIFT, STEPS_PER_UNIT, STEP_HIGH, STEP_LOW } from "./exp-table.js";
import { scaleByPowerOfTwo } from "./scale-by-power-of-two.js";

/** exp overflows above ln(largest double) and rounds to 0 below ln(smallest subnormal / 2). */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/**
 * The exponential function e^x, the same bits on every machine.
 *
 * Tang's table method: e^x = 2^k · 2^(j/128) · e^r with |r| ≤ ln 2 / 256. Measured error ≤ 0.52 ulp (≤ 1.02 ulp of the
 * subnormal grid where the result is subnormal).
 *
 * @param x  any number
 * @returns e^x; Infinity above 709.78, 0 below −745.13, NaN for NaN
 * @source tang1989
 * @example
 * exp(0); // => 1
 * exp(1); // => 2.718281828459045
 * exp(-Infinity); // => 0
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW && x >= UNDERFLOW)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  return expOfSum(x, 0);
}

/**
 * e^(x + tail) for a tail far below x's ulp scale, rounded once; x must lie within exp's finite range.
 * The tail lets callers that know their argument to more than 53 bits (pow, the normal density) keep those bits.
 */
export function expOfSum(x: number, tail: number): number {
  const steps = x * STEPS_PER_UNIT + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW + tail;
  const count = steps | 0;
  const index = (count & 127) << 1;
  const power = EXP_TABLE[index];
  const square = r * r;
  const relative =
    EXP_TABLE[index + 1] +
    r +
    square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
  return scaleByPowerOfTwo(power + power * relative, count >> 7);
}
