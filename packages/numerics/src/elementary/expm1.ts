/** e^x − 1 without cancellation near zero. */
import { EXP_TABLE, ROUNDING_SHIFT, STEPS_PER_UNIT, STEP_HIGH, STEP_LOW } from "./exp-table.js";
import { exp } from "./exp.js";
import { scaleByPowerOfTwo } from "./scale-by-power-of-two.js";

/** Above this e^x − 1 rounds like e^x, below it e^x is under half an ulp of −1. */
const ALMOST_EXP = 40;
const ALMOST_MINUS_ONE = -40;
/** Half the width of the interval around 0 that has no table. */
const NEAR_ZERO = 1 / 32;

/**
 * e^x − 1, accurate for small x. Measured error ≤ 0.6 ulp.
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
  if (x < NEAR_ZERO && x > -NEAR_ZERO) return expm1NearZero(x);
  const steps = x * STEPS_PER_UNIT + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const count = steps | 0;
  const index = (count & 127) << 1;
  const power = scaleByPowerOfTwo(EXP_TABLE[index], count >> 7);
  const square = r * r;
  const beyondLinear = square * (0.5 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120) + square * (1 / 720)));
  // power − 1 is exact for |x| small and loses only what lies under the larger term's ulp otherwise.
  const difference = power - 1;
  const lost = power > 1 ? power - difference - 1 : power - (difference + 1);
  return difference + (power * r + (power * (beyondLinear + EXP_TABLE[index + 1]) + lost));
}

/** e^x − 1 for |x| ≤ 1/32 by its Taylor series: here a table's entry − 1 and the remainder would partly cancel. */
function expm1NearZero(x: number): number {
  if (x < 1e-17 && x > -1e-17) return x;
  const square = x * x;
  const high = 1 / 720 + x * (1 / 5040) + square * (1 / 40320);
  return x + square * (0.5 + x * (1 / 6) + square * (1 / 24 + x * (1 / 120) + square * high));
}
