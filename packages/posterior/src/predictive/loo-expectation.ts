/** What the model would expect of each observation had it not seen it. */
import { exp } from "@mmm/numerics";
import { isConstant } from "../chains/chain-means.js";
import type { ImportanceWeights } from "../importance/psis.js";
import { paretoKOfTails } from "../importance/pareto-diagnostics.js";
import { weightedMean, weightedQuantile, weightedVariance } from "../importance/weighted-mean.js";
import type { LooWeights } from "./loo-weights.js";
import { checkSameObservations, type ObservationDraws, observationChains } from "./observation-draws.js";

/** A leave-one-out expectation of each observation. */
export interface LooExpectation {
  /** [observation]  in the unit of the draws (squared for a variance) */
  readonly values: Float64Array;
  /** [observation]  Pareto k of weight × quantity, or of the weight where it is larger; compare with `paretoKThreshold`. */
  readonly paretoK: Float64Array;
}

type Summary = (values: Float64Array, weights: Float64Array) => number;

/**
 * Leave-one-out mean of a quantity of each observation: Σ w[s] x[s].
 *
 * With x the model's expectation of the observation it is the cross-validated prediction; with x the predictive
 * distribution function at what was observed, it is the LOO-PIT of a continuous outcome, without simulation noise.
 *
 * @param x        chain × draw × observation, any quantity computed from the draws
 * @param weights  from `looWeights`, of the same fit and observations
 * @returns  a value and its Pareto k per observation
 * @throws  {Error} when shapes or observations differ
 * @source vehtari2017, vehtari2024
 * @example
 * const x = makeObservationDraws({ values: Float64Array.of(1, 2, 3, 6), chains: 2, draws: 2, observations: ["w1"] });
 * const flat = looWeights({ ...x, values: new Float64Array(4) });
 * looMean(x, flat).values; // => [3]
 */
export function looMean(x: ObservationDraws, weights: LooWeights): LooExpectation {
  return expectations("looMean", x, weights, weightedMean, (value) => value);
}

/**
 * Leave-one-out variance of a quantity of each observation: (Σ w x² − (Σ w x)²) / (1 − Σ w²).
 *
 * @param x        chain × draw × observation
 * @param weights  from `looWeights`, of the same fit and observations
 * @returns  a value and its Pareto k per observation, in squared units
 * @throws  {Error} when shapes or observations differ
 * @source vehtari2017, vehtari2024
 * @example
 * const x = makeObservationDraws({ values: Float64Array.of(1, 2, 3, 6), chains: 2, draws: 2, observations: ["w1"] });
 * const flat = looWeights({ ...x, values: new Float64Array(4) });
 * looVariance(x, flat).values; // => [14 / 3]
 */
export function looVariance(x: ObservationDraws, weights: LooWeights): LooExpectation {
  return expectations("looVariance", x, weights, weightedVariance, (value) => value * value);
}

/**
 * Leave-one-out quantile of a quantity of each observation; the median with `probability` 0.5.
 *
 * @param x            chain × draw × observation
 * @param weights      from `looWeights`, of the same fit and observations
 * @param probability  in (0, 1)
 * @returns  a value and the Pareto k of its weights per observation
 * @throws  {Error} when shapes or observations differ
 * @source vehtari2017, vehtari2024
 * @example
 * const x = makeObservationDraws({ values: Float64Array.of(1, 2, 3, 6), chains: 2, draws: 2, observations: ["w1"] });
 * const flat = looWeights({ ...x, values: new Float64Array(4) });
 * looQuantile(x, flat, 0.5).values; // => [2.5]
 */
export function looQuantile(x: ObservationDraws, weights: LooWeights, probability: number): LooExpectation {
  const summary: Summary = (values, of) => weightedQuantile(values, of, probability);
  return expectations("looQuantile", x, weights, summary, undefined);
}

function expectations(
  place: string,
  x: ObservationDraws,
  looWeights: LooWeights,
  summary: Summary,
  moment: ((value: number) => number) | undefined,
): LooExpectation {
  checkSameObservations(place, looWeights, x);
  const values = new Float64Array(x.observations.length);
  const paretoK = new Float64Array(x.observations.length);
  looWeights.weights.forEach((weights, i) => {
    const draws = observationChains(x, i).values;
    values[i] = summary(draws, weights.logWeights.map(exp));
    paretoK[i] = paretoKOf(weights, moment === undefined ? undefined : draws.map(moment));
  });
  return { values, paretoK };
}

/** The worse of the tail of the weights and the tails of weight × quantity: either can make the mean unreliable. */
function paretoKOf({ logWeights, tailLength }: ImportanceWeights, moments: Float64Array | undefined): number {
  const largest = logWeights.reduce((a, b) => Math.max(a, b));
  const ratios = logWeights.map((weight) => exp(weight - largest));
  const ofRatios = kOrNaN(ratios, tailLength, "right");
  if (moments === undefined || hasNoTail(moments)) return ofRatios;
  const ofProducts = kOrNaN(
    moments.map((moment, s) => moment * ratios[s]),
    tailLength,
    "both",
  );
  if (Number.isNaN(ofProducts)) return ofRatios;
  return Number.isNaN(ofRatios) ? ofProducts : Math.max(ofRatios, ofProducts);
}

function kOrNaN(values: Float64Array, length: number, tail: "both" | "right"): number {
  const diagnosable = length >= 5 && values.every(Number.isFinite) && !isConstant(values);
  return diagnosable ? paretoKOfTails(values, length, tail) : NaN;
}

/** Indicators and constants have no tail of their own. */
function hasNoTail(values: Float64Array): boolean {
  return !values.every(Number.isFinite) || new Set(values).size <= 2;
}
