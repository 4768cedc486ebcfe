/** The logarithm of the multivariate gamma function. */
import { logGamma } from "./log-gamma.js";

const LOG_PI = 1.1447298858494002;

/**
 * ln Γ_p(x), which normalises distributions of p × p covariance and correlation matrices (Wishart, LKJ).
 *
 *     Γ_p(x) = π^(p(p−1)/4) · Π Γ(x − j/2),   j = 0 … p − 1
 *
 * Error ≤ 1e-15 · p times the largest term.
 *
 * @param x          number > (dimension − 1) / 2
 * @param dimension  (p) integer ≥ 1
 * @returns ln Γ_p(x); NaN where x is not above (p − 1) / 2
 * @example
 * logMultivariateGamma(2, 3); // => 1.596312591138855
 * logMultivariateGamma(5, 1); // => 3.1780538303479458
 */
export function logMultivariateGamma(x: number, dimension: number): number {
  if (!(x > (dimension - 1) / 2)) return NaN;
  let total = 0.25 * dimension * (dimension - 1) * LOG_PI;
  for (let j = 0; j < dimension; j++) total += logGamma(x - 0.5 * j);
  return total;
}
