/** The Bernoulli distribution by its log odds. */

import { multiply, negate, softplus, subtract } from "@mmm/autodiff";
import { logistic } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { real } from "../../supports/real.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";
import { bernoulli } from "./bernoulli.js";

const outcomes = wholeNumbers(0, 1);

/**
 * Bernoulli distribution by its log odds, as regressions predict them: no probability that rounds to 0 or 1 on the way.
 *
 *     log P(k) = −log(1 + e^((1 − 2k) logOdds)),   k = 0 or 1
 *
 * Parameters: `logOdds`, any number: log(p / (1 − p)) where p is the probability of a 1.
 *
 * @example
 * bernoulliLogit.mean({ logOdds: 0 }); // => 0.5
 */
export const bernoulliLogit: DiscreteDistribution<"logOdds"> = {
  kind: "bernoulli-logit",
  parameters: { logOdds: { meaning: "log odds of a 1", support: real } },
  support: () => outcomes,
  logProbability: (k, { logOdds }) => negate(softplus(multiply(subtract(1, multiply(k, 2)), logOdds))),
  draw: (stream, { logOdds }) => bernoulli.draw(stream, { probability: logistic(logOdds) }),
  mean: ({ logOdds }) => logistic(logOdds),
  standardDeviation: ({ logOdds }) => Math.sqrt(logistic(logOdds) * logistic(-logOdds)),
  quantile: (share, { logOdds }) => (share <= logistic(-logOdds) ? 0 : 1),
  cdf: (k, { logOdds }) => (k < 0 ? 0 : k < 1 ? logistic(-logOdds) : 1),
};
