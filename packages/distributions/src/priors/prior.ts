/** Prior: a distribution with its parameters as plain data, the form that specs and saved fits hold. */

import type { Distribution } from "../distribution.js";
import { distributionKinds, distributionOf } from "../distributions.js";
import { nearestName } from "@mmm/data/words";

/** A distribution by kind with its parameters by name: `{ distribution: "log-normal", logMean: 0.2, logSd: 0.9 }`. */
export interface Prior {
  readonly distribution: string;
  readonly [parameter: string]: number | string;
}

/**
 * What is wrong with a prior: an unknown distribution or parameter (with the nearest name), a missing parameter, one
 * outside its support, parameters that do not fit together.
 *
 * @param prior  as read from a spec; its values may be of any type
 * @returns      one clause per fault, without a place and a full stop, so that a message about a whole spec can hold it;
 *               none when the prior is right
 * @example
 * checkPrior({ distribution: "log-normal", logMean: 0, sigma: 1 }); // => ['"log-normal" has no parameter "sigma" (logMean, logSd)', '"log-normal" needs "logSd", the standard deviation of the logarithm']
 * checkPrior({ distribution: "beta", alpha: 2, beta: 3 }); // => []
 */
export function checkPrior(prior: Prior): readonly string[] {
  const kind: unknown = prior.distribution;
  if (typeof kind !== "string" || !distributionKinds.includes(kind)) {
    const nearest = typeof kind === "string" ? nearestName(kind, distributionKinds) : undefined;
    const kinds = distributionKinds.join(", ");
    return [`"distribution" must be one of ${kinds}, not ${show(kind)}${orMeant(nearest)}`];
  }
  const distribution = distributionOf(kind);
  const faults = [...unknownParameters(prior, distribution), ...unfitValues(prior, distribution)];
  if (faults.length > 0) return faults;
  const { relation } = distribution;
  const values = numbersOf(prior, distribution);
  if (relation === undefined || relation.holds(values)) return [];
  return [`${relation.rule}, not ${Object.values(values).join(" and ")}`];
}

/**
 * The parameters of a prior by name.
 *
 * @param prior  a prior that `checkPrior` accepts
 * @returns      the parameters, in the order of the distribution's table
 * @throws {RangeError} with everything that is wrong with the prior
 * @example
 * priorParameters({ distribution: "half-normal", sd: 0.5 }).sd; // => 0.5
 */
export function priorParameters(prior: Prior): Readonly<Record<string, number>> {
  const faults = checkPrior(prior);
  if (faults.length > 0) {
    throw new RangeError(`prior: ${faults.join("; ")}, got ${JSON.stringify(prior)}. Correct the prior.`);
  }
  return numbersOf(prior, distributionOf(prior.distribution));
}

function numbersOf(prior: Prior, distribution: Distribution): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(distribution.parameters).map((name) => [name, Number(prior[name])]));
}

function unknownParameters(prior: Prior, { kind, parameters }: Distribution): readonly string[] {
  const known = Object.keys(parameters);
  return Object.keys(prior)
    .filter((name) => name !== "distribution" && !known.includes(name))
    .map((name) => {
      const meant = orMeant(nearestName(name, known));
      return `"${kind}" has no parameter "${name}" (${known.join(", ")})${meant}`;
    });
}

function orMeant(nearest: string | undefined): string {
  return nearest === undefined ? "" : `; did you mean "${nearest}"?`;
}

function unfitValues(prior: Prior, { kind, parameters }: Distribution): readonly string[] {
  return Object.entries(parameters).flatMap(([name, { meaning, support }]) => {
    const value: unknown = prior[name];
    if (value === undefined) return [`"${kind}" needs "${name}", the ${meaning}`];
    if (typeof value === "number" && support.contains(value)) return [];
    return [`"${name}" must be ${support.range}, not ${show(value)}`];
  });
}

/** A value as a message shows it. */
function show(value: unknown): string {
  return typeof value === "string" || (typeof value === "object" && value !== null)
    ? JSON.stringify(value)
    : String(value);
}
