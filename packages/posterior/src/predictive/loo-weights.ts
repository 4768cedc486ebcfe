/** For every observation, weights that turn posterior draws into draws without that observation. */
import { type ImportanceWeights, psis } from "../importance/psis.js";
import { paretoKThreshold } from "../importance/pareto-k.js";
import { type ObservationDraws, observationChains } from "./observation-draws.js";
import { relativeEfficiency } from "./relative-efficiency.js";

/** Smoothed leave-one-out weights, observation by observation. */
export interface LooWeights {
  readonly chains: number;
  readonly draws: number;
  readonly observations: readonly string[];
  /** [observation]  weights of the chain × draw posterior draws, see `ImportanceWeights` */
  readonly weights: readonly ImportanceWeights[];
  /** [observation]  effective draws per draw that the weights were made with */
  readonly relativeEfficiency: Float64Array;
}

/** How leave-one-out weights are made. */
export interface LooOptions {
  /** Effective draws per draw of each observation's likelihood; default `relativeEfficiency(logLikelihood)`. 1 for independent draws. */
  readonly relativeEfficiency?: Float64Array | number;
}

/**
 * Leave-one-out weights: with log ratios −log p(yᵢ | θ), smoothed by `psis`, posterior draws stand for draws of the
 * model fitted without observation i.
 *
 * @param logLikelihood  chain × draw × observation, in nats
 * @param options        relative efficiency, one number or one per observation
 * @returns  a set of weights per observation; memory of the size of `logLikelihood`
 * @throws  {Error} when there are not as many efficiencies as observations
 * @source vehtari2017, vehtari2024
 * @example
 * const flat = makeObservationDraws({ values: new Float64Array(8), chains: 2, draws: 4, observations: ["w1"] });
 * looWeights(flat).weights[0].ess; // => 8
 */
export function looWeights(logLikelihood: ObservationDraws, options: LooOptions = {}): LooWeights {
  const efficiencies = efficienciesOf(logLikelihood, options);
  const { chains, draws, observations } = logLikelihood;
  const weights = observations.map((_, i) => weightsWithout(logLikelihood, i, efficiencies[i]));
  return { chains, draws, observations, weights, relativeEfficiency: efficiencies };
}

/** Weights of the draws without observation `i`. */
export function weightsWithout(
  logLikelihood: ObservationDraws,
  i: number,
  efficiency: number,
): ImportanceWeights {
  const logRatios = observationChains(logLikelihood, i).values.map((value) => -value);
  return psis(logRatios, { relativeEfficiency: efficiency });
}

/** One efficiency per observation. */
export function efficienciesOf(logLikelihood: ObservationDraws, options: LooOptions): Float64Array {
  const count = logLikelihood.observations.length;
  const given = options.relativeEfficiency ?? relativeEfficiency(logLikelihood);
  const efficiencies = typeof given === "number" ? new Float64Array(count).fill(given) : given;
  if (efficiencies.length === count && efficiencies.every((value) => value > 0)) return efficiencies;
  throw new Error(
    `loo.relativeEfficiency: must be a number > 0 for each of the ${count} observations, got [${efficiencies.join(", ")}]. ` +
      `Leave it out to have it computed.`,
  );
}

/** The largest k with which weights of these draws can be believed. */
export function looThreshold({ chains, draws }: { readonly chains: number; readonly draws: number }): number {
  return paretoKThreshold(chains * draws);
}
