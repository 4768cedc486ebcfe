/** WAIC: predictive accuracy from the spread of the log likelihood, where that is enough. */
import { log, logSumExp, variance } from "@mmm/numerics";
import { type ObservationDraws, observationChains } from "./observation-draws.js";
import { type PredictiveScore, totalsOf } from "./predictive-score.js";

/** A WAIC score and the observations for which it cannot be believed. */
export interface WaicScore extends PredictiveScore {
  /** Observations whose log likelihood varies so much (variance > 0.4) that WAIC fails: use `psisLoo`. */
  readonly unreliable: readonly string[];
}

/** Above this variance of an observation's log likelihood the expansion behind WAIC is known to break down. */
const largestVariance = 0.4;

/**
 * The widely applicable information criterion.
 *
 *     elpd[i] = log mean p(yᵢ | θ[s]) − effectiveParameters[i],     effectiveParameters[i] = Var log p(yᵢ | θ[s])
 *
 * It agrees with `psisLoo` where both work, and unlike it does not say where it does not; kept to compare with others.
 *
 * @param logLikelihood  chain × draw × observation, in nats, with all constants
 * @returns  totals and pointwise columns
 * @source watanabe2010, vehtari2017
 * @example
 * const logLikelihood = makeObservationDraws({ values: Float64Array.of(-1, -1, -1, -1), chains: 1, draws: 2, observations: ["w1", "w2"] });
 * waic(logLikelihood).elpd.value; // => -2
 */
export function waic(logLikelihood: ObservationDraws): WaicScore {
  const { observations } = logLikelihood;
  const columns = observations.map((_, i) => observationChains(logLikelihood, i).values);
  const effectiveParameters = Float64Array.from(columns, variance);
  const elpd = Float64Array.from(
    columns,
    (values, i) => logSumExp(values) - log(values.length) - effectiveParameters[i],
  );
  return {
    ...totalsOf(elpd, effectiveParameters),
    observations,
    pointwise: { elpd, effectiveParameters },
    unreliable: observations.filter((_, i) => !(effectiveParameters[i] <= largestVariance)),
  };
}
