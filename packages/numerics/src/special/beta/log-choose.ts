/** Logarithms of factorials and of numbers of choices. */
import { log } from "../../elementary/log.js";
import { logGamma } from "../gamma/log-gamma.js";
import { logBeta } from "./log-beta.js";

/** Up to here the product of fractions is exact to a few ulp and can not overflow for totals up to 2^53. */
const SMALL_CHOICE = 16;

/**
 * ln n!, from the logarithm of the gamma function. Error ≤ 5 ulp.
 *
 * @param n  number ≥ 0, usually whole
 * @returns ln Γ(n + 1)
 * @example
 * logFactorial(10); // => 15.104412573075516
 */
export function logFactorial(n: number): number {
  return logGamma(n + 1);
}

/**
 * ln of the number of ways to choose `chosen` of `total` things, n! / (k! (n − k)!).
 *
 * Error ≤ 8 ulp.
 *
 * @param total   (n) integer from 0 to 2^53
 * @param chosen  (k) integer
 * @returns ln of the binomial coefficient; −Infinity where there is no such choice, NaN for a negative total
 * @example
 * logChoose(10, 3); // => 4.787491742782046
 * logChoose(5, 6) === -Infinity; // => true
 */
export function logChoose(total: number, chosen: number): number {
  if (!(total >= 0) || chosen !== chosen) return NaN;
  if (chosen < 0 || chosen > total) return -Infinity;
  const fewer = Math.min(chosen, total - chosen);
  if (fewer > SMALL_CHOICE) return -log(total + 1) - logBeta(fewer + 1, total - fewer + 1);
  let product = 1;
  for (let j = 1; j <= fewer; j++) product *= (total - fewer + j) / j;
  return log(product);
}
