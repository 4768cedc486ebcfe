/** The beta distribution. */

import { add, log, log1p, logGamma, multiply, negate, subtract } from "@mmm/autodiff";
import { betaQuantile, drawBeta, incompleteBeta } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { unitInterval } from "../../supports/unit-interval.js";

/**
 * Beta distribution: a share between 0 and 1, as if `alpha − 1` successes and `beta − 1` failures had been seen.
 *
 *     log p(x) = (alpha − 1) log x + (beta − 1) log(1 − x) − log B(alpha, beta),   0 < x < 1
 *
 * Parameters: `alpha` (α) and `beta` (β), both > 0; mean alpha / (alpha + beta).
 *
 * @example
 * beta.mean({ alpha: 2, beta: 3 }); // => 0.4
 * beta.standardDeviation({ alpha: 2, beta: 3 }); // => 0.2
 */
export const beta: Distribution<"alpha" | "beta"> = {
  kind: "beta",
  parameters: {
    alpha: {
      meaning: "weight of 1: one more than the successes that seem to have been seen",
      support: positive,
    },
    beta: {
      meaning: "weight of 0: one more than the failures that seem to have been seen",
      support: positive,
    },
  },
  support: () => unitInterval,
  logDensity: (x, { alpha, beta }) => {
    const powers = add(multiply(subtract(alpha, 1), log(x)), multiply(subtract(beta, 1), log1p(negate(x))));
    const logBeta = subtract(add(logGamma(alpha), logGamma(beta)), logGamma(add(alpha, beta)));
    return subtract(powers, logBeta);
  },
  draw: (stream, { alpha, beta }) => drawBeta(stream, alpha, beta),
  mean: ({ alpha, beta }) => alpha / (alpha + beta),
  standardDeviation: ({ alpha, beta }) => {
    const total = alpha + beta;
    return Math.sqrt(((alpha / total) * (beta / total)) / (total + 1));
  },
  quantile: (probability, { alpha, beta }) => betaQuantile(probability, alpha, beta),
  cdf: (x, { alpha, beta }) => (x <= 0 ? 0 : x >= 1 ? 1 : incompleteBeta(x, alpha, beta)),
};
