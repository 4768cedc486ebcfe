/** One p-value from many that depend on one another in an unknown way. */
import { cos, sin } from "@mmm/numerics";

/** The Cauchy variate with upper tail probability p, cot πp: ∞ for 0, −∞ for 1. */
export function cauchyScore(pValue: number): number {
  if (pValue <= 0) return Infinity;
  if (pValue >= 1) return -Infinity;
  return cos(Math.PI * pValue) / sin(Math.PI * pValue);
}

/** P(Cauchy > x) = ½ − arctan(x) / π, without loss of digits in the upper tail. */
export function cauchyTail(x: number): number {
  if (x > 1) return arctangent(1 / x) / Math.PI;
  if (x < -1) return 1 - arctangent(-1 / x) / Math.PI;
  return 0.5 - arctangent(x) / Math.PI;
}

/**
 * arctan of |x| ≤ 1: a quadratic guess, then Newton steps on sin a = x cos a, whose error squares each time (7e-4, 3e-7,
 * 1e-13, rounding).
 */
function arctangent(x: number): number {
  let angle = x * (Math.PI / 4 + 0.273 * (1 - Math.abs(x)));
  for (let step = 0; step < 3; step++) {
    const [s, c] = [sin(angle), cos(angle)];
    angle -= (s - x * c) / (c + x * s);
  }
  return angle;
}

/**
 * Combined p-value: the tail probability of the mean of the Cauchy scores, whose distribution hardly changes when the
 * p-values depend on one another.
 *
 * @source liu2020
 */
export function combinePValues(pValues: Float64Array): number {
  let total = 0;
  for (const pValue of pValues) total += cauchyScore(pValue);
  return cauchyTail(total / pValues.length);
}
