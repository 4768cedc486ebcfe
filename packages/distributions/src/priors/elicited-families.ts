/** The families that can be asked for by quantiles: how their parameters follow from as many probability–value pairs. */

import {
  exp,
  gammaQuantile,
  incompleteBeta,
  log,
  log1p,
  logistic,
  logit,
  normalQuantile,
} from "@mmm/numerics";
import { distributions } from "../distributions.js";
import { findRoot } from "../find-root.js";
import { positive } from "../supports/positive.js";
import { real } from "../supports/real.js";
import type { Support } from "../supports/support.js";
import { unitInterval } from "../supports/unit-interval.js";
import type { Prior } from "./prior.js";

/** A probability and the value that the quantity stays below with it. */
export interface Quantile {
  /** In (0, 1). */
  readonly probability: number;
  /** In the unit of the quantity. */
  readonly value: number;
}

/** How to solve for the parameters of one family. */
export interface ElicitedFamily {
  /** As many as it has parameters. */
  readonly quantiles: 1 | 2;
  /** Where the values must lie. */
  readonly support: Support;
  /** The prior, from quantiles whose values rise with their probabilities; nothing where none is found. */
  solve(first: Quantile, second: Quantile): Prior | undefined;
}

/** Shapes are looked for within a factor of e¹⁶ = 9 million of a guess. */
const reach = 16;

/** value = location + scale · (quantile of the standard member), for two pairs. */
function fromStandard(
  quantile: (probability: number) => number,
  first: Quantile,
  second: Quantile,
): { readonly location: number; readonly scale: number } {
  const [low, high] = [quantile(first.probability), quantile(second.probability)];
  const scale = (second.value - first.value) / (high - low);
  return { location: first.value - scale * low, scale };
}

/** The pair for the logarithm of the quantity. */
function ofLog({ probability, value }: Quantile): Quantile {
  return { probability, value: log(value) };
}

/**
 * The shape of a family whose quantiles are a scale times those of its standard member: the one at which two of them
 * have the ratio asked for. The ratio falls with the shape.
 */
function shapeOf(
  quantile: (probability: number, shape: number) => number,
  first: Quantile,
  second: Quantile,
): number | undefined {
  const logRatio = log(second.value) - log(first.value);
  // For large shapes the logarithm is nearly normal, with standard deviation 1 / √shape.
  const spread = logRatio / (normalQuantile(second.probability) - normalQuantile(first.probability));
  const excess = (logShape: number): number => {
    const shape = exp(logShape);
    const low = quantile(first.probability, shape);
    // Where the lower quantile underflows, the ratio is too large.
    return low > 0 ? logRatio - log(quantile(second.probability, shape) / low) : -Infinity;
  };
  const logShape = findRoot(excess, Math.max(-2, -2 * log(spread)), reach);
  return logShape === undefined ? undefined : exp(logShape);
}

/**
 * Beta: for every total weight there is one mean that fits the first pair; the probability below the second value rises
 * with the total, from the first probability to 1.
 *
 * @source vandorp2000
 */
function solveBeta(first: Quantile, second: Quantile): Prior | undefined {
  const spread =
    (logit(second.value) - logit(first.value)) /
    (normalQuantile(second.probability) - normalQuantile(first.probability));
  const middle = logistic(0.5 * (logit(first.value) + logit(second.value)));
  const weights = (logTotal: number): { readonly alpha: number; readonly beta: number } => {
    const total = exp(logTotal);
    const at = (logOdds: number) => ({ alpha: total * logistic(logOdds), beta: total * logistic(-logOdds) });
    const missing = (logOdds: number): number => {
      const { alpha, beta } = at(logOdds);
      return first.probability - incompleteBeta(first.value, alpha, beta);
    };
    return at(findRoot(missing, logit(first.value), 36) ?? NaN);
  };
  const excess = (logTotal: number): number => {
    const { alpha, beta } = weights(logTotal);
    const below = incompleteBeta(second.value, alpha, beta);
    return below === below ? below - second.probability : -1;
  };
  const guess = Math.max(0, -2 * log(spread) - log(middle * (1 - middle)));
  const logTotal = findRoot(excess, guess, reach);
  return logTotal === undefined ? undefined : { distribution: "beta", ...weights(logTotal) };
}

/** A family whose one parameter is proportional to every quantile. */
function oneScale(kind: "half-normal" | "half-cauchy", name: string): ElicitedFamily {
  return {
    quantiles: 1,
    support: positive,
    solve: ({ probability, value }) => ({
      distribution: kind,
      [name]: value / distributions[kind].quantile(probability, { sd: 1, scale: 1 }),
    }),
  };
}

/** A family of a location and a scale. */
function locationScale(kind: "cauchy" | "laplace" | "logistic"): ElicitedFamily {
  const standard = { location: 0, scale: 1 };
  return {
    quantiles: 2,
    support: real,
    solve: (first, second) => ({
      distribution: kind,
      ...fromStandard((probability) => distributions[kind].quantile(probability, standard), first, second),
    }),
  };
}

/** Every family that can be asked for by quantiles. */
export const elicitedFamilies = {
  normal: {
    quantiles: 2,
    support: real,
    solve: (first, second) => {
      const { location, scale } = fromStandard(normalQuantile, first, second);
      return { distribution: "normal", mean: location, sd: scale };
    },
  },
  cauchy: locationScale("cauchy"),
  laplace: locationScale("laplace"),
  logistic: locationScale("logistic"),
  "half-normal": oneScale("half-normal", "sd"),
  "half-cauchy": oneScale("half-cauchy", "scale"),
  exponential: {
    quantiles: 1,
    support: positive,
    solve: ({ probability, value }) => ({ distribution: "exponential", rate: -log1p(-probability) / value }),
  },
  "log-normal": {
    quantiles: 2,
    support: positive,
    solve: (first, second) => {
      const { location, scale } = fromStandard(normalQuantile, ofLog(first), ofLog(second));
      return { distribution: "log-normal", logMean: location, logSd: scale };
    },
  },
  gamma: {
    quantiles: 2,
    support: positive,
    solve: (first, second) => {
      const shape = shapeOf(gammaQuantile, first, second);
      if (shape === undefined) return undefined;
      return { distribution: "gamma", shape, rate: gammaQuantile(second.probability, shape) / second.value };
    },
  },
  "inverse-gamma": {
    quantiles: 2,
    support: positive,
    solve: (first, second) => {
      const quantile = (probability: number, shape: number): number =>
        distributions["inverse-gamma"].quantile(probability, { shape, scale: 1 });
      const shape = shapeOf(quantile, first, second);
      if (shape === undefined) return undefined;
      return {
        distribution: "inverse-gamma",
        shape,
        scale: first.value / quantile(first.probability, shape),
      };
    },
  },
  weibull: {
    quantiles: 2,
    support: positive,
    solve: (first, second) => {
      const logExponential = (probability: number): number => log(-log1p(-probability));
      const { location, scale } = fromStandard(logExponential, ofLog(first), ofLog(second));
      return { distribution: "weibull", shape: 1 / scale, scale: exp(location) };
    },
  },
  beta: { quantiles: 2, support: unitInterval, solve: solveBeta },
  uniform: {
    quantiles: 2,
    support: real,
    solve: (first, second) => {
      const { location, scale } = fromStandard((probability) => probability, first, second);
      return { distribution: "uniform", low: location, high: location + scale };
    },
  },
} as const satisfies Readonly<Record<string, ElicitedFamily>>;

/** The kinds that can be asked for by quantiles. */
export type ElicitedKind = keyof typeof elicitedFamilies;

/** How messages call what has a distribution: `a gamma quantity`, `an exponential quantity`. */
export function quantityOf(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} quantity`;
}
