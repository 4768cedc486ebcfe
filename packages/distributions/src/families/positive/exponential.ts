/** The exponential distribution. */

import { log as logOf, multiply, subtract } from "@mmm/autodiff";
import { drawExponential, expm1, log1p } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";

/**
 * Exponential distribution: the simplest belief about a positive quantity of which only the mean is known.
 *
 *     log p(x) = log rate − rate · x,   x > 0
 *
 * Parameters: `rate` (λ), > 0, per unit of x; the mean is 1 / rate.
 *
 * @example
 * exponential.quantile(0.5, { rate: 1 }); // => 0.6931471805599453
 */
export const exponential: Distribution<"rate"> = {
  kind: "exponential",
  parameters: { rate: { meaning: "inverse of the mean", support: positive } },
  support: () => positive,
  logDensity: (x, { rate }) => subtract(logOf(rate), multiply(rate, x)),
  draw: (stream, { rate }) => drawExponential(stream) / rate,
  mean: ({ rate }) => 1 / rate,
  standardDeviation: ({ rate }) => 1 / rate,
  quantile: (probability, { rate }) => -log1p(-probability) / rate,
  cdf: (x, { rate }) => (x <= 0 ? 0 : -expm1(-rate * x)),
};
