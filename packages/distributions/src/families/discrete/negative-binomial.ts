/** The negative binomial distribution. */

import { add, divide, log1p, multiply, subtract } from "@mmm/autodiff";
import { drawNegativeBinomial, incompleteBeta } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { logFactorialRest, stirlingRemainder } from "../../special-functions/stirling-remainder.js";
import { positive } from "../../supports/positive.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";
import { countQuantile } from "./count-quantile.js";

const counts = wholeNumbers(0);

/**
 * Negative binomial distribution: counts that vary more than Poisson ones, because their rate itself varies.
 *
 *     log P(k) = log Γ(k + φ) − log Γ(φ) − log k! + φ log(φ / (φ + mean)) + k log(mean / (φ + mean)),   k = 0, 1, 2 …
 *
 * Parameters: `mean` (μ), > 0, the count expected; `dispersion` (φ), > 0: the variance is mean + mean² / dispersion, so
 * that a large one leaves a Poisson distribution. Value and gradient keep their digits there, too.
 *
 * @example
 * negativeBinomial.standardDeviation({ mean: 6, dispersion: 12 }); // => 3
 */
export const negativeBinomial: DiscreteDistribution<"mean" | "dispersion"> = {
  kind: "negative-binomial",
  parameters: {
    mean: { meaning: "count expected", support: positive },
    dispersion: {
      meaning: "closeness to a Poisson distribution: the variance is mean + mean² / dispersion",
      support: positive,
    },
  },
  support: () => counts,
  logProbability: (k, { mean, dispersion }) => {
    // Gamma functions by Stirling's formula and its remainder: nothing that grows with k or φ cancels, and at k = 0 all
    // that does not depend on the mean is exactly 0.
    const climbed = multiply(subtract(dispersion, 0.5), log1p(divide(k, dispersion)));
    const perCount = subtract(
      log1p(divide(subtract(dispersion, 1), add(k, 1))),
      log1p(divide(dispersion, mean)),
    );
    const remainders = subtract(stirlingRemainder(add(k, dispersion)), stirlingRemainder(dispersion));
    const logWays = subtract(add(climbed, remainders), logFactorialRest(k));
    const none = multiply(dispersion, log1p(divide(mean, dispersion)));
    return add(logWays, subtract(multiply(k, perCount), none));
  },
  draw: (stream, { mean, dispersion }) => drawNegativeBinomial(stream, mean, dispersion),
  mean: ({ mean }) => mean,
  standardDeviation: ({ mean, dispersion }) => Math.sqrt(mean + mean * (mean / dispersion)),
  quantile: (probability, parameters) =>
    countQuantile((k) => negativeBinomial.cdf(k, parameters), probability, parameters.mean, counts),
  cdf: (k, { mean, dispersion }) => {
    if (k < 0) return 0;
    if (k === Infinity) return 1;
    return incompleteBeta(dispersion / (dispersion + mean), dispersion, Math.floor(k) + 1);
  },
};
