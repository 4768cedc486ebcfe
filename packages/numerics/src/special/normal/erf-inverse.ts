/** Inverses of the error function and of its complement. */
import { normalQuantile, quantileFromCentre } from "./normal-quantile.js";

const ROOT_HALF = 0.7071067811865476;

/**
 * The inverse of `erf`; accurate also beside 0 and ±1. Measured error ≤ 6 ulp.
 *
 * @param x  in [−1, 1]
 * @returns y with erf(y) = x; ∓Infinity at the ends, NaN outside
 * @source wichura1988
 * @example
 * erfInverse(0.5); // => 0.4769362762044699
 * erfInverse(1e-10); // => 8.862269254527581e-11
 */
export function erfInverse(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN;
  return ROOT_HALF * quantileFromCentre(0.5 * x, 0.5 * (1 - Math.abs(x)));
}

/**
 * The inverse of `erfc`; accurate down to the smallest argument. Measured error ≤ 6 ulp.
 *
 * @param x  in [0, 2]
 * @returns y with erfc(y) = x; ∞ at 0, −∞ at 2, NaN outside
 * @source wichura1988
 * @example
 * erfcInverse(1); // => 0
 * erfcInverse(1e-100); // => 15.065574702592647
 */
export function erfcInverse(x: number): number {
  return x === 1 ? 0 : -ROOT_HALF * normalQuantile(0.5 * x);
}
