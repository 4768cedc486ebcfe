/** The Bernoulli distribution. */

import { add, log, log1p, multiply, negate, subtract } from "@mmm/autodiff";
import { drawBernoulli } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { unitInterval } from "../../supports/unit-interval.js";
import { wholeNumbers } from "../../supports/whole-numbers.js";

const outcomes = wholeNumbers(0, 1);

/**
 * Bernoulli distribution: yes (1) or no (0).
 *
 *     log P(k) = k log probability + (1 − k) log(1 − probability),   k = 0 or 1
 *
 * Parameters: `probability` (p) of a 1, in (0, 1). Where it comes from log odds, `bernoulliLogit` keeps more digits.
 *
 * @example
 * bernoulli.mean({ probability: 0.3 }); // => 0.3
 */
export const bernoulli: DiscreteDistribution<"probability"> = {
  kind: "bernoulli",
  parameters: { probability: { meaning: "probability of a 1", support: unitInterval } },
  support: () => outcomes,
  logProbability: (k, { probability }) =>
    add(multiply(k, log(probability)), multiply(subtract(1, k), log1p(negate(probability)))),
  draw: (stream, { probability }) => drawBernoulli(stream, probability),
  mean: ({ probability }) => probability,
  standardDeviation: ({ probability }) => Math.sqrt(probability * (1 - probability)),
  quantile: (share, { probability }) => (share <= 1 - probability ? 0 : 1),
  cdf: (k, { probability }) => (k < 0 ? 0 : k < 1 ? 1 - probability : 1),
};
