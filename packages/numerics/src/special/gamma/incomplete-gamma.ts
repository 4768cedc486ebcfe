/** The regularised incomplete gamma functions. */
import { exp } from "../../elementary/exp.js";
import { expm1 } from "../../elementary/expm1.js";
import { log } from "../../elementary/log.js";
import { gammaTails } from "./gamma-tails.js";
import { logGamma, logGammaOfOnePlus } from "./log-gamma.js";

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

/**
 * The upper regularised incomplete gamma function 1 − P(x; shape), accurate in its tail; also the probability that a
 * Poisson variable of mean x is below a whole `shape`.
 *
 *     Q(x; shape) = 1/Γ(shape) · ∫ₓ^∞ t^(shape−1) e^(−t) dt
 *
 * Relative error ≤ 1e-12 for shapes up to 1e6 (measured 5e-14 for shapes up to 100).
 *
 * @param x      lower end of the integral, ≥ 0
 * @param shape  number > 0
 * @returns probability in [0, 1]; NaN outside the domain
 * @source press2007
 * @example
 * incompleteGammaUpper(1, 1); // => 0.36787944117144233
 * incompleteGammaUpper(300, 50); // => 2.418828583346486e-72
 */
export function incompleteGammaUpper(x: number, shape: number): number {
  if (!(x >= 0 && shape > 0 && shape < Infinity)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 1 : 0;
  return x < 1 && shape < 1 ? upperOfSmall(x, shape) : gammaTails(x, shape).upper;
}

/**
 * Q for x and shape below 1, where it may be far smaller than P: with L = ln(x^shape / Γ(shape + 1)) it is
 * 1 − e^L (1 + shape · Σ (−x)^k / (k! (shape + k))), taken apart so that no 1 is subtracted from nearly 1.
 */
function upperOfSmall(x: number, shape: number): number {
  const logPower = shape * log(x) - (shape < 0.5 ? logGammaOfOnePlus(shape) : logGamma(shape + 1));
  let power = 1;
  let total = 0;
  for (let k = 1; Math.abs(power) > 1e-18; k++) {
    power *= -x / k;
    total += power / (shape + k);
  }
  return -expm1(logPower) - exp(logPower) * shape * total;
}
