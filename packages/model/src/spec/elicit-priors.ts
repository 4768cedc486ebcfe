/** Elicited priors: a belief stated as a mean with its standard deviation, or as an interval, becomes the prior it means. */

import {
  checkPrior,
  distributionOf,
  distributions,
  type Prior,
  priorFromInterval,
  priorFromMeanAndSd,
} from "@mmm/distributions";

type Given = Readonly<Record<string, unknown>> & { readonly distribution: string };

/** The distributions that beliefs of each form determine. */
export const elicitedKinds = {
  bySpread: [
    ...["normal", "laplace", "logistic", "uniform", "half-normal", "log-normal", "gamma"],
    ...["inverse-gamma", "inverse-gaussian", "beta"],
  ],
  byInterval: [
    ...["normal", "laplace", "logistic", "cauchy", "half-normal", "half-cauchy", "exponential", "log-normal"],
    ...["gamma", "inverse-gamma", "weibull", "beta", "uniform"],
  ],
} as const;

/** The form of a belief that a prior is given in. */
type Elicitation = "mean and sd" | "interval";

const keysOf: { readonly [E in Elicitation]: readonly string[] } = {
  "mean and sd": ["mean", "sd"],
  interval: ["low", "high", "probability"],
};

/**
 * What is wrong with a prior, elicited or not; one clause per fault, without a full stop.
 *
 * @param given  `{ distribution, … }` with the distribution's own parameters, with `mean` and `sd` of the quantity, or with
 *               `low`, `high` and the `probability` that it lies between them
 */
export function priorFaults(given: Given): readonly string[] {
  const form = elicitationOf(given);
  if (form === undefined) return checkPrior(given as Prior);
  const strange = Object.keys(given).filter((key) => key !== "distribution" && !keysOf[form].includes(key));
  if (strange.length > 0) {
    return strange.map((key) => `a prior by ${form} has no "${key}" (${keysOf[form].join(", ")})`);
  }
  const missing = keysOf[form].filter((key) => typeof given[key] !== "number" && !isFree(given, key));
  if (missing.length > 0) return missing.map((key) => `a prior by ${form} needs a number for "${key}"`);
  try {
    elicit(given, form);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [inOneClause(error.message)];
  }
}

/** `place: rule, got value. Advice.` without its place, as a clause that a longer sentence can hold. */
function inOneClause(message: string): string {
  const bare = message.replace(/^\w+: /, "").replace(/\.$/, "");
  return bare
    .replace(", got ", ", not ")
    .replace(/\. (\p{Lu})/u, (_, letter: string) => `: ${letter.toLowerCase()}`);
}

/** The prior itself, of a given one that has no faults. */
export function priorOf(given: Given): Prior {
  const form = elicitationOf(given);
  return form === undefined ? (given as Prior) : elicit(given, form);
}

/** Every prior of a spec as the prior that it means; whatever else stands in it stays. */
export function elicitPriors<T>(value: T): T {
  if (Array.isArray(value)) return value.map(elicitPriors) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("distribution" in value && typeof value.distribution === "string") return priorOf(value as never) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, elicitPriors(part)])) as T;
}

/** A word that the distribution knows as its own parameter is that parameter: the mean of a normal prior elicits nothing. */
function elicitationOf(given: Given): Elicitation | undefined {
  const { distribution } = given;
  if (!Object.hasOwn(distributions, distribution)) return undefined;
  const own = Object.keys(distributionOf(distribution).parameters);
  if ("probability" in given && !own.includes("probability")) return "interval";
  return "mean" in given && !own.includes("mean") ? "mean and sd" : undefined;
}

/** A half-normal prior has one parameter, so that its mean fixes its standard deviation. */
function isFree(given: Given, key: string): boolean {
  return given.distribution === "half-normal" && key === "sd" && given[key] === undefined;
}

function elicit(given: Given, form: Elicitation): Prior {
  const { distribution } = given;
  if (form === "interval") return priorFromInterval(distribution as never, given as never);
  const prior = priorFromMeanAndSd(distribution as never, given as never) as Prior | undefined;
  if (prior !== undefined) return prior;
  throw new RangeError(
    `elicitation: "${distribution}" cannot be given by mean and sd. Give its own parameters.`,
  );
}
