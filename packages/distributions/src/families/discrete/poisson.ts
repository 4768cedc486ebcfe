/** The Poisson distribution. */

import { add, divide, log1p, multiply, subtract } from "@mmm/autodiff";
import { drawPoisson, incompleteGammaUpper } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { logFactorialRest } from "../../special-functions/stirling-remainder.js";
import { positive } from "../../supports/positive.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";
import { countQuantile } from "./count-quantile.js";

const counts = wholeNumbers(0);

/**
 * Poisson distribution: how often something happens that happens at a constant rate, each time by itself. Its variance
 * is its mean; counts of sales vary more, for which there is the negative binomial.
 *
 *     log P(k) = k log mean − mean − log k!,   k = 0, 1, 2 …
 *
 * Parameters: `mean` (λ), > 0, the count expected.
 *
 * @example
 * poisson.cdf(0, { mean: Math.LN2 }); // => 0.5
 */
export const poisson: DiscreteDistribution<"mean"> = {
  kind: "poisson",
  parameters: { mean: { meaning: "count expected", support: positive } },
  support: () => counts,
  logProbability: (k, { mean }) => {
    // k! by Stirling's formula and its remainder, so that no k log k and k log mean cancel.
    const excess = subtract(k, mean);
    const kernel = subtract(excess, multiply(k, log1p(divide(add(excess, 1), mean))));
    return subtract(kernel, logFactorialRest(k));
  },
  draw: (stream, { mean }) => drawPoisson(stream, mean),
  mean: ({ mean }) => mean,
  standardDeviation: ({ mean }) => Math.sqrt(mean),
  quantile: (probability, parameters) =>
    countQuantile((k) => poisson.cdf(k, parameters), probability, parameters.mean, counts),
  cdf: (k, { mean }) => {
    if (k < 0) return 0;
    return k === Infinity ? 1 : incompleteGammaUpper(mean, Math.floor(k) + 1);
  },
};
