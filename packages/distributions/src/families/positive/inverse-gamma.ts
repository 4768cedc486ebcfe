/** The inverse gamma distribution. */

import { add, divide, log as logOf, logGamma, multiply, subtract } from "@mmm/autodiff";
import { drawGamma, gammaQuantile, incompleteGammaUpper } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";

/**
 * Inverse gamma distribution: the reciprocal of a gamma quantity. Keeps away from zero and has a heavy right tail: for
 * variances, and for length scales that must not vanish.
 *
 *     log p(x) = shape · log scale − log Γ(shape) − (shape + 1) log x − scale / x,   x > 0
 *
 * Parameters: `shape` (α), > 0: the mean is finite above 1, the standard deviation above 2; `scale` (β), > 0, in the unit
 * of x; mean scale / (shape − 1), mode scale / (shape + 1).
 *
 * @example
 * inverseGamma.mean({ shape: 3, scale: 4 }); // => 2
 */
export const inverseGamma: Distribution<"shape" | "scale"> = {
  kind: "inverse-gamma",
  parameters: {
    shape: { meaning: "lightness of the right tail: the larger, the lighter", support: positive },
    scale: { meaning: "scale, the rate of the reciprocal's gamma distribution", support: positive },
  },
  support: () => positive,
  logDensity: (x, { shape, scale }) => {
    const ofParameters = subtract(multiply(shape, logOf(scale)), logGamma(shape));
    return subtract(ofParameters, add(multiply(add(shape, 1), logOf(x)), divide(scale, x)));
  },
  draw: (stream, { shape, scale }) => scale / drawGamma(stream, shape),
  mean: ({ shape, scale }) => (shape > 1 ? scale / (shape - 1) : Infinity),
  standardDeviation: ({ shape, scale }) =>
    shape > 2 ? scale / (shape - 1) / Math.sqrt(shape - 2) : Infinity,
  quantile: (probability, { shape, scale }) => scale / gammaQuantile(1 - probability, shape),
  cdf: (x, { shape, scale }) => (x <= 0 ? 0 : incompleteGammaUpper(scale / x, shape)),
};
