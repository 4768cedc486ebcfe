/** The table of distributions of counts, by the names that specs use. */

import type { DiscreteDistribution } from "./discrete-distribution.js";
import { bernoulliLogit } from "./families/discrete/bernoulli-logit.js";
import { bernoulli } from "./families/discrete/bernoulli.js";
import { betaBinomial } from "./families/discrete/beta-binomial.js";
import { binomial } from "./families/discrete/binomial.js";
import { negativeBinomial } from "./families/discrete/negative-binomial.js";
import { poisson } from "./families/discrete/poisson.js";
import { zeroInflatedNegativeBinomial } from "./families/discrete/zero-inflated-negative-binomial.js";
import { zeroInflatedPoisson } from "./families/discrete/zero-inflated-poisson.js";
import { namedRow } from "./named-row.js";

/**
 * Every distribution of counts by kind: what a likelihood of counts may be.
 *
 * @example
 * Object.keys(discreteDistributions).slice(0, 2); // => ["poisson", "negative-binomial"]
 */
export const discreteDistributions = {
  poisson,
  "negative-binomial": negativeBinomial,
  "zero-inflated-poisson": zeroInflatedPoisson,
  "zero-inflated-negative-binomial": zeroInflatedNegativeBinomial,
  bernoulli,
  "bernoulli-logit": bernoulliLogit,
  binomial,
  "beta-binomial": betaBinomial,
} as const satisfies Readonly<Record<string, DiscreteDistribution>>;

/**
 * The distribution of counts of a kind.
 *
 * @param kind  its name in specs
 * @returns     the distribution
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * discreteDistributionOf("poisson").standardDeviation({ mean: 9 }); // => 3
 */
export function discreteDistributionOf(kind: string): DiscreteDistribution {
  return namedRow<DiscreteDistribution>(discreteDistributions, kind, "discrete distribution");
}
