/** The regularised incomplete gamma function. */
import { gammaTails } from "./gamma-tails.js";

/**
 * The lower regularised incomplete gamma function, which is the distribution function of a Gamma(shape, scale 1) variable.
 *
 *     P(x; shape) = 1/Γ(shape) · ∫₀ˣ t^(shape−1) e^(−t) dt
 *
 * Relative error ≤ 1e-12 for shapes up to 1e6 (measured 5e-14 for shapes up to 100).
 *
 * @param x      upper end of the integral, ≥ 0
 * @param shape  number > 0
 * @returns probability in [0, 1]; NaN outside the domain
 * @source press2007
 * @example
 * incompleteGamma(1, 1); // => 0.6321205588285577
 * incompleteGamma(0, 2.5); // => 0
 */
export function incompleteGamma(x: number, shape: number): number {
  if (!(x >= 0 && shape > 0 && shape < Infinity)) return NaN;
  if (x === 0) return 0;
  return x === Infinity ? 1 : gammaTails(x, shape).lower;
}
