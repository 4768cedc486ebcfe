/** The beta-binomial distribution. */

import { add, logBeta as logBetaOf, logGamma, subtract } from "@mmm/autodiff";
import { drawBeta, drawBinomial, exp, log1p, logBeta } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { positive } from "../../supports/positive.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";
import { countQuantile } from "./count-quantile.js";

type Parameters = Readonly<Record<"trials" | "alpha" | "beta", number>>;

/**
 * Beta-binomial distribution: successes of trials whose probability itself is beta-distributed, and so more spread out
 * than binomial ones.
 *
 *     log P(k) = log(n! / (k! (n − k)!)) + log B(k + alpha, n − k + beta) − log B(alpha, beta),   k = 0 … n
 *
 * Parameters: `trials` (n), a whole number ≥ 1; `alpha` (α) and `beta` (β), > 0, of the beta distribution. The cdf adds up
 * probabilities: time grows with the number of trials.
 */
export const betaBinomial: DiscreteDistribution<"trials" | "alpha" | "beta"> = {
  kind: "beta-binomial",
  parameters: {
    trials: { meaning: "number of trials", support: wholeNumbers(1) },
    alpha: { meaning: "weight of success", support: positive },
    beta: { meaning: "weight of failure", support: positive },
  },
  support: ({ trials }) => wholeNumbers(0, trials),
  logProbability: (k, { trials, alpha, beta }) => {
    const failures = subtract(trials, k);
    const logOrders = add(logGamma(add(k, 1)), logGamma(add(failures, 1)));
    const logWays = subtract(logGamma(add(trials, 1)), logOrders);
    return add(logWays, subtract(logBetaOf(add(k, alpha), add(failures, beta)), logBetaOf(alpha, beta)));
  },
  draw: (stream, { trials, alpha, beta }) => drawBinomial(stream, trials, drawBeta(stream, alpha, beta)),
  mean: ({ trials, alpha, beta }) => (trials * alpha) / (alpha + beta),
  standardDeviation: ({ trials, alpha, beta }) => {
    const total = alpha + beta;
    return Math.sqrt((trials * (alpha / total) * (beta / total) * (total + trials)) / (total + 1));
  },
  quantile: (probability, parameters) =>
    countQuantile(
      (k) => betaBinomial.cdf(k, parameters),
      probability,
      betaBinomial.mean(parameters),
      wholeNumbers(0, parameters.trials),
    ),
  cdf: (k, parameters) => {
    if (k < 0) return 0;
    if (k >= parameters.trials) return 1;
    let total = 0;
    for (let j = Math.floor(k); j >= 0; j--) total += probabilityOf(j, parameters);
    return Math.min(1, total);
  },
};

function probabilityOf(k: number, { trials, alpha, beta }: Parameters): number {
  const logWays = -log1p(trials) - logBeta(k + 1, trials - k + 1);
  return exp(logWays + logBeta(k + alpha, trials - k + beta) - logBeta(alpha, beta));
}
