/** ln(1 + x) without cancellation near zero. */
import { reducedExponent } from "./log-table.js";
import { log, log1pNearZero, logOfReduced, NEAR_ONE } from "./log.js";
import { removePowerOfTwo, scaleByPowerOfTwo } from "./scale-by-power-of-two.js";

/** From here on 1 + x equals x to a double's precision. */
const ALMOST_LOG = 18014398509481984;

/**
 * ln(1 + x), accurate for small x. Measured error ≤ 0.7 ulp.
 *
 * @param x  number ≥ −1
 * @returns ln(1 + x); x itself for tiny x (with its sign of zero), −Infinity for −1, NaN below
 * @source tang1989
 * @example
 * log1p(1e-20); // => 1e-20
 * log1p(1); // => 0.6931471805599453
 */
export function log1p(x: number): number {
  if (x > -NEAR_ONE && x < NEAR_ONE) return x > -1e-17 && x < 1e-17 ? x : log1pNearZero(x);
  if (!(x > -1 && x < ALMOST_LOG)) return log(1 + x);
  const total = 1 + x;
  const lost = x > 1 ? 1 - (total - x) : x - (total - 1);
  const exponent = reducedExponent(total);
  return logOfReduced(removePowerOfTwo(total, exponent), scaleByPowerOfTwo(lost, -exponent), exponent);
}
