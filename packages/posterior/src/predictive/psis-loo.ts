/** Leave-one-out cross-validation from the draws of one fit. */
import { exp, log, log1p, logSumExp } from "@mmm/numerics";
import type { ImportanceWeights } from "../importance/psis.js";
import { efficienciesOf, type LooOptions, looThreshold, weightsWithout } from "./loo-weights.js";
import { type ObservationDraws, observationChains } from "./observation-draws.js";
import { type PredictiveScore, totalsOf } from "./predictive-score.js";

/** A leave-one-out score with the numbers that say whether to believe it. */
export interface LooScore extends PredictiveScore {
  readonly pointwise: PredictiveScore["pointwise"] & {
    /** Pareto k of the weights: how much the posterior hangs on this observation. */
    readonly paretoK: Float64Array;
    /** Effective draws of the posterior without it. */
    readonly ess: Float64Array;
    /** Monte Carlo standard error of its elpd, in nats. */
    readonly mcse: Float64Array;
  };
  /** Monte Carlo standard error of the total elpd, in nats; NaN when any observation is unreliable. */
  readonly mcse: number;
  /** The k up to which weights of this many draws can be believed. */
  readonly paretoKThreshold: number;
  /** Observations whose k exceeds it: refit without them, or see them as what they are, outliers for this model. */
  readonly unreliable: readonly string[];
}

/**
 * Pareto-smoothed leave-one-out cross-validation: how well the model predicts each observation from all others,
 * without fitting it again.
 *
 *     elpd[i] = log Σ w[s] · p(yᵢ | θ[s]),     effectiveParameters[i] = log mean p(yᵢ | θ[s]) − elpd[i]
 *
 * with w the smoothed weights without observation i. For a time series "all others" includes the future: it judges how
 * the model explains, not how it forecasts.
 *
 * @param logLikelihood  chain × draw × observation, log p(yᵢ | θ) in nats, with all constants
 * @param options        relative efficiency, where it is known
 * @returns  totals, a column per pointwise quantity, and which observations the estimate is unreliable for
 * @throws  {Error} when there are not as many efficiencies as observations
 * @source vehtari2017, vehtari2024
 * @example
 * const logLikelihood = makeObservationDraws({
 *   values: Float64Array.from({ length: 400 }, (_, i) => -1 - (i % 7) / 10),
 *   chains: 2,
 *   draws: 100,
 *   observations: ["week 1", "week 2"],
 * });
 * psisLoo(logLikelihood).unreliable; // => []
 */
export function psisLoo(logLikelihood: ObservationDraws, options: LooOptions = {}): LooScore {
  const efficiencies = efficienciesOf(logLikelihood, options);
  const { observations } = logLikelihood;
  const points = observations.map((_, i) => scoreWithout(logLikelihood, i, efficiencies[i]));
  const column = (name: keyof LooPoint): Float64Array => Float64Array.from(points, (point) => point[name]);
  const pointwise = {
    elpd: column("elpd"),
    effectiveParameters: column("effectiveParameters"),
    paretoK: column("paretoK"),
    ess: column("ess"),
    mcse: column("mcse"),
  };
  const threshold = looThreshold(logLikelihood);
  const unreliable = observations.filter((_, i) => !(pointwise.paretoK[i] <= threshold));
  const squares = pointwise.mcse.reduce((total, mcse) => total + mcse * mcse, 0);
  return {
    ...totalsOf(pointwise.elpd, pointwise.effectiveParameters),
    observations,
    pointwise,
    mcse: unreliable.length > 0 ? NaN : Math.sqrt(squares),
    paretoKThreshold: threshold,
    unreliable,
  };
}

interface LooPoint {
  readonly elpd: number;
  readonly effectiveParameters: number;
  readonly paretoK: number;
  readonly ess: number;
  readonly mcse: number;
}

function scoreWithout(logLikelihood: ObservationDraws, i: number, efficiency: number): LooPoint {
  const logDensities = observationChains(logLikelihood, i).values;
  const weights = weightsWithout(logLikelihood, i, efficiency);
  const elpd = logSumExp(weights.logWeights.map((weight, s) => weight + logDensities[s]));
  return {
    elpd,
    effectiveParameters: logSumExp(logDensities) - log(logDensities.length) - elpd,
    paretoK: weights.paretoK,
    ess: weights.ess,
    mcse: mcseOfElpd(weights, logDensities, elpd, efficiency),
  };
}

/** √log(1 + v / E²): the weighted mean of densities E has variance v, and its logarithm is taken for log-normal. */
function mcseOfElpd(
  { logWeights }: ImportanceWeights,
  logDensities: Float64Array,
  elpd: number,
  efficiency: number,
): number {
  let relativeVariance = 0;
  for (let s = 0; s < logWeights.length; s++) {
    const part = exp(logWeights[s]) * (exp(logDensities[s] - elpd) - 1);
    relativeVariance += part * part;
  }
  return Math.sqrt(log1p(relativeVariance / efficiency));
}
