/** Does data that the model makes look like the data it was given? */
import { mean, quantile, variance } from "@mmm/numerics";
import { mcseMean } from "../diagnostics/mcse.js";
import { checkObserved } from "./loo-pit.js";
import type { ObservationDraws } from "./observation-draws.js";

/** A number computed from a whole data set, observed or replicated. */
export type TestStatistic = (data: Float64Array) => number;

/** One test statistic of the observed data beside those of replicated data. */
export interface PredictivePValue {
  readonly statistic: string;
  readonly observed: number;
  /** Median and 90 % interval of the statistic over replicated data sets. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Share of replicated data sets that lie higher, those that lie as high counting half. */
  readonly pValue: number;
  /** Monte Carlo standard error of `pValue`; NaN where it is 0 or 1. */
  readonly mcse: number;
}

/** What a model with location and scale may still miss: level, spread and both ends. */
const usualStatistics: Readonly<Record<string, TestStatistic>> = {
  mean,
  sd: (data) => Math.sqrt(variance(data)),
  smallest: (data) => data.reduce((a, b) => Math.min(a, b)),
  largest: (data) => data.reduce((a, b) => Math.max(a, b)),
};

/**
 * Posterior predictive p-values: p = P(T(ỹ) > T(y)) + ½ P(T(ỹ) = T(y)).
 *
 * Near 0 the data lie higher than the model makes them, near 1 lower; both ends are bad, the middle is good. They are
 * conservative, because the data were used for the fit, most of all for statistics that the model fits directly (mean
 * and sd): choose one that it does not, such as autocorrelation or the largest week.
 *
 * @param observed    [observation]  the data
 * @param replicated  chain × draw × observation, one replicated data set per draw, in the unit of `observed`
 * @param statistics  by name; default mean, sd, smallest, largest
 * @returns  a row per statistic
 * @throws  {Error} when `observed` has another length
 * @source gelman1996
 * @example
 * const replicated = makeObservationDraws({ values: Float64Array.of(1, 2, 3, 4, 5, 6), chains: 1, draws: 3, observations: ["w1", "w2"] });
 * predictivePValues([3, 4], replicated)[0].pValue; // => 0.5
 */
export function predictivePValues(
  observed: ArrayLike<number>,
  replicated: ObservationDraws,
  statistics: Readonly<Record<string, TestStatistic>> = usualStatistics,
): readonly PredictivePValue[] {
  checkObserved("predictivePValues", observed, replicated);
  const data = Float64Array.from(observed);
  const { values, chains, draws } = replicated;
  return Object.entries(statistics).map(([statistic, compute]) => {
    const ofData = compute(data);
    const ofReplicates = Float64Array.from({ length: chains * draws }, (_, s) =>
      compute(values.slice(s * data.length, (s + 1) * data.length)),
    );
    const higher = ofReplicates.map((value) => rankAbove(value, ofData));
    const sorted = ofReplicates.slice().sort();
    return {
      statistic,
      observed: ofData,
      median: quantile(sorted, 0.5),
      low: quantile(sorted, 0.05),
      high: quantile(sorted, 0.95),
      pValue: mean(higher),
      mcse: mcseMean({ values: higher, chains, draws }),
    };
  });
}

/** 1 above, ½ beside, 0 below; NaN where the statistic does not exist. */
function rankAbove(value: number, reference: number): number {
  if (Number.isNaN(value - reference) && value !== reference) return NaN;
  return value > reference ? 1 : value === reference ? 0.5 : 0;
}
