/** Horner's rule, from the highest power down. */

/**
 * Σ coefficients[k] · x^k.
 *
 * @param coefficients  from the constant term up, at least one
 * @param x             any number
 */
export function evaluatePolynomial(coefficients: readonly number[], x: number): number {
  let total = coefficients[coefficients.length - 1];
  for (let k = coefficients.length - 2; k >= 0; k--) total = total * x + coefficients[k];
  return total;
}
