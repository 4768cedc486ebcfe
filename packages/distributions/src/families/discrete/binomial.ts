/** The binomial distribution. */

import { add, log, log1p, logGamma, multiply, negate, subtract } from "@mmm/autodiff";
import { drawBinomial, incompleteBeta } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { unitInterval } from "../../supports/unit-interval.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";
import { countQuantile } from "./count-quantile.js";

/**
 * Binomial distribution: how many of a number of trials succeed.
 *
 *     log P(k) = log(n! / (k! (n − k)!)) + k log p + (n − k) log(1 − p),   k = 0 … n
 *
 * Parameters: `trials` (n), a whole number ≥ 1; `probability` (p) of success in each, in (0, 1).
 *
 * @example
 * binomial.mean({ trials: 10, probability: 0.3 }); // => 3
 */
export const binomial: DiscreteDistribution<"trials" | "probability"> = {
  kind: "binomial",
  parameters: {
    trials: { meaning: "number of trials", support: wholeNumbers(1) },
    probability: { meaning: "probability of success in each trial", support: unitInterval },
  },
  support: ({ trials }) => wholeNumbers(0, trials),
  logProbability: (k, { trials, probability }) => {
    const failures = subtract(trials, k);
    const logOrders = add(logGamma(add(k, 1)), logGamma(add(failures, 1)));
    const logWays = subtract(logGamma(add(trials, 1)), logOrders);
    const logChance = add(multiply(k, log(probability)), multiply(failures, log1p(negate(probability))));
    return add(logWays, logChance);
  },
  draw: (stream, { trials, probability }) => drawBinomial(stream, trials, probability),
  mean: ({ trials, probability }) => trials * probability,
  standardDeviation: ({ trials, probability }) => Math.sqrt(trials * probability * (1 - probability)),
  quantile: (share, parameters) =>
    countQuantile(
      (k) => binomial.cdf(k, parameters),
      share,
      binomial.mean(parameters),
      wholeNumbers(0, parameters.trials),
    ),
  cdf: (k, { trials, probability }) => {
    if (k < 0) return 0;
    if (k >= trials) return 1;
    const successes = Math.floor(k);
    return incompleteBeta(1 - probability, trials - successes, successes + 1);
  },
};
