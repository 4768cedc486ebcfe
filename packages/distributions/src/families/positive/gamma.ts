/** The gamma distribution. */

import { add, log, logGamma, multiply, subtract } from "@mmm/autodiff";
import { drawGamma, gammaQuantile, incompleteGamma } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";

/**
 * Gamma distribution: a positive quantity with mean shape / rate.
 *
 *     log p(x) = shape · log rate + (shape − 1) log x − rate · x − log Γ(shape),   x > 0
 *
 * Parameters: `shape` (α), > 0: at 1 or below the density is highest at zero; `rate` (β), > 0, per unit of x.
 *
 * @example
 * gamma.mean({ shape: 3, rate: 2 }); // => 1.5
 */
export const gamma: Distribution<"shape" | "rate"> = {
  kind: "gamma",
  parameters: {
    shape: { meaning: "how far the density keeps from zero", support: positive },
    rate: { meaning: "inverse of the scale", support: positive },
  },
  support: () => positive,
  logDensity: (x, { shape, rate }) => {
    const ofParameters = subtract(multiply(shape, log(rate)), logGamma(shape));
    const ofBoth = subtract(multiply(subtract(shape, 1), log(x)), multiply(rate, x));
    return add(ofBoth, ofParameters);
  },
  draw: (stream, { shape, rate }) => drawGamma(stream, shape) / rate,
  mean: ({ shape, rate }) => shape / rate,
  standardDeviation: ({ shape, rate }) => Math.sqrt(shape) / rate,
  quantile: (probability, { shape, rate }) => gammaQuantile(probability, shape) / rate,
  cdf: (x, { shape, rate }) => (x <= 0 ? 0 : incompleteGamma(rate * x, shape)),
};
