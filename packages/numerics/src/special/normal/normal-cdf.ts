/** The distribution function of the standard normal, and its logarithm. */
import { log } from "../../elementary/log.js";
import { log1p } from "../../elementary/log1p.js";
import { erf } from "./erf.js";
import { expMinusSquare } from "./exp-minus-square.js";
import { scaledErfc } from "./scaled-erfc.js";

/** √½; |x| · √½ ≥ SCALED_ERFC_FROM wherever |x| ≥ 1. */
const ROOT_HALF = 0.7071067811865476;

/**
 * Φ(x), the probability that a standard normal variable is at most x.
 *
 *     Φ(x) = ½ erfc(−x / √2)
 *
 * Measured error ≤ 4 ulp, in the left tail too, because x² is taken before the division by √2.
 *
 * @param x  any number
 * @returns probability in [0, 1]
 * @source cody1969
 * @example
 * normalCdf(0); // => 0.5
 * normalCdf(1.959963984540054); // => 0.975
 */
export function normalCdf(x: number): number {
  if (x < -1) return x < -40 ? 0 : 0.5 * expMinusSquare(x, 0.5) * scaledErfc(-x * ROOT_HALF);
  if (x > 1) return 1 - normalCdf(-x);
  return 0.5 + 0.5 * erf(x * ROOT_HALF);
}

/**
 * ln Φ(x) without underflow in the left tail and without cancellation in the right one. Measured error ≤ 4 ulp.
 *
 * @param x  any number
 * @returns number ≤ 0
 * @source cody1969
 * @example
 * normalLogCdf(-1000); // => -500007.8266948122
 * normalLogCdf(0); // => -0.6931471805599453
 */
export function normalLogCdf(x: number): number {
  if (x < -1) return log(0.5 * scaledErfc(-x * ROOT_HALF)) - 0.5 * x * x;
  return x > 0 ? log1p(-normalCdf(-x)) : log(normalCdf(x));
}
