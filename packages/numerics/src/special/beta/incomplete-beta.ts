/** The regularised incomplete beta functions. */
import { betaTails } from "./beta-tails.js";

/**
 * The regularised incomplete beta function, which is the distribution function of a Beta(a, b) variable.
 *
 *     I(x; a, b) = 1/B(a, b) · ∫₀ˣ t^(a−1) (1−t)^(b−1) dt
 *
 * Relative error ≤ 1e-12 for shapes up to 1e6 (measured 1e-13 for shapes up to 100).
 *
 * @param x  upper end of the integral, in [0, 1]
 * @param a  shape > 0
 * @param b  shape > 0
 * @returns probability in [0, 1]; NaN outside the domain
 * @source press2007
 * @example
 * incompleteBeta(0.5, 2, 3); // => 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0 && a < Infinity && b < Infinity)) return NaN;
  if (x === 0 || x === 1) return x;
  return betaTails(x, 1 - x, a, b).lower;
}

/**
 * The upper regularised incomplete beta function 1 − I(x; a, b) = I(1 − x; b, a), accurate in its tail; also the
 * probability that of `a + b − 1` trials with success probability x fewer than a whole `a` succeed.
 *
 * Relative error ≤ 1e-12 for shapes from 0.1 to 1e6.
 *
 * @param x  lower end of the integral, in [0, 1]
 * @param a  shape > 0
 * @param b  shape > 0
 * @returns probability in [0, 1]; NaN outside the domain
 * @source press2007
 * @example
 * incompleteBetaUpper(0.5, 2, 3); // => 0.3125
 */
export function incompleteBetaUpper(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0 && a < Infinity && b < Infinity)) return NaN;
  if (x === 0 || x === 1) return 1 - x;
  return betaTails(x, 1 - x, a, b).upper;
}
