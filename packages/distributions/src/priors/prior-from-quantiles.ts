/** Elicitation from quantiles: "below this with that probability", once per parameter. */

import { distributionOf } from "../distributions.js";
import { namedRow } from "../named-row.js";
import {
  type ElicitedFamily,
  elicitedFamilies,
  type ElicitedKind,
  type Quantile,
  quantityOf,
} from "./elicited-families.js";
import { checkPrior, type Prior, priorParameters } from "./prior.js";

/** A solution is one that keeps its promises to this; those found keep them to about 1e−12. */
const mostMiss = 1e-9;

/**
 * The prior of a family that has given quantiles.
 *
 * @param distribution  normal, cauchy, laplace, logistic, log-normal, gamma, inverse-gamma, weibull, beta or uniform, which
 *                      need two quantiles; half-normal, half-cauchy or exponential, which need one
 * @param quantiles     pairs of a `probability` and the `value` that the quantity stays below with it, in any order
 * @returns             the prior; its cdf at each value is the probability, to 1e-9 or better
 * @throws {RangeError} when there are not as many quantiles as parameters; a probability is not in (0, 1), or a value not
 *                      where the quantity can lie; values do not rise with their probabilities; or no member of the family
 *                      with shapes between about 1e-7 and 1e7 has them
 * @source vandorp2000
 * @example
 * const prior = priorFromQuantiles("gamma", [{ probability: 0.05, value: 1 }, { probability: 0.95, value: 4 }]);
 * distributionOf("gamma").cdf(4, priorParameters(prior)); // => 0.95
 * priorFromQuantiles("exponential", [{ probability: 0.5, value: Math.LN2 }]).rate; // => 1
 */
export function priorFromQuantiles(distribution: ElicitedKind, quantiles: readonly Quantile[]): Prior {
  const family = namedRow<ElicitedFamily>(elicitedFamilies, distribution, "priorFromQuantiles");
  const fault = faultOf(distribution, family, quantiles);
  if (fault !== undefined) throw new RangeError(`priorFromQuantiles: ${fault}`);
  const rising = quantiles.toSorted((a, b) => a.probability - b.probability);
  const prior = family.solve(rising[0]!, rising[1] ?? rising[0]!);
  if (prior === undefined || !keeps(prior, quantiles)) {
    throw new RangeError(
      `priorFromQuantiles: ${quantityOf(distribution)} must be able to have the quantiles, got ${list(quantiles)}. ` +
        "Bring the probabilities nearer to what the values say, or choose another distribution.",
    );
  }
  return prior;
}

/** Whether it is a prior and has the quantiles. */
function keeps(prior: Prior, quantiles: readonly Quantile[]): boolean {
  if (checkPrior(prior).length > 0) return false;
  const [distribution, parameters] = [distributionOf(prior.distribution), priorParameters(prior)];
  return quantiles.every(
    ({ probability, value }) => Math.abs(distribution.cdf(value, parameters) - probability) <= mostMiss,
  );
}

function faultOf(
  kind: string,
  { quantiles: needed, support }: ElicitedFamily,
  given: readonly Quantile[],
): string | undefined {
  if (given.length !== needed) {
    const number =
      needed === 1 ? "one quantile, because its distribution has one parameter" : "two quantiles";
    return `${quantityOf(kind)} needs ${number}, got ${given.length}. Give as many pairs.`;
  }
  for (const { probability, value } of given) {
    if (!(probability > 0 && probability < 1)) {
      return `probability must be between 0 and 1, got ${probability}. Give a share such as 0.9.`;
    }
    if (!support.contains(value)) {
      return `value of ${quantityOf(kind)} must be ${support.range}, got ${value}. ${elsewhere(kind)}`;
    }
  }
  const [first, second] = given;
  if (second === undefined || (second.value - first!.value) * (second.probability - first!.probability) > 0) {
    return undefined;
  }
  return `values must rise with their probabilities, got ${list(given)}. Give the larger value the larger probability.`;
}

/** What to do with a value that the family can not have. */
function elsewhere(kind: string): string {
  return kind === "beta" ? "Give it as a share." : 'Choose "normal" for a quantity of either sign.';
}

function list(quantiles: readonly Quantile[]): string {
  return quantiles.map(({ probability, value }) => `${value} at ${probability}`).join(" and ");
}
