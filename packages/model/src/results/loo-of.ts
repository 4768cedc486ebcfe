/** LOO: how well a fit predicts each value of the KPI from all others. */

import { type LooScore, makeObservationDraws, psisLoo } from "@mmm/posterior";
import type { Fit } from "../fit/fit.js";
import { replay, replayPositions } from "../forward/replay.js";
import { drawsPerBand } from "./band.js";
import type { ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";

/** All draws are used as long as their log likelihoods are no more numbers than this (64 MB), otherwise 1,000. */
const mostNumbers = 8e6;

/**
 * Pareto-smoothed leave-one-out cross-validation of a fit, value by value.
 *
 * Definition: elpd = Σ over cells and periods of log p(kpi[g, t] | all others), each estimated from the draws of the one fit.
 * "All others" include later periods: it judges how the model explains, not how it forecasts, for which see `holdOut` and
 * `forecast`. Values that are held out of the fit are no part of it. `paretoK` above `paretoKThreshold` marks values on which the
 * posterior hangs too much for the estimate to be believed.
 * Assumes that noise is independent over cells and periods, given the mean.
 *
 * @param fit      a fit
 * @param options  whether to speak although the verdict failed
 * @returns        totals, pointwise columns, diagnostics; observations are called `2024-01-01`, or `Berlin, 2024-01-01` in panels
 * @throws {UntrustworthyFitError} when the verdict failed
 * @source vehtari2017, vehtari2024
 * @example
 * looOf(await exampleFit()).observations.length; // => 104
 */
export function looOf(fit: Fit, options: Pick<ResultOptions, "evenIfUntrustworthy"> = {}): LooScore {
  requireTrust("looOf", fit, options);
  const { cells, periods, split, kpi } = fit.dataset;
  const seen = Array.from(kpi.values.keys()).filter((i) => split === undefined || split.train[i] !== 0);
  const all = replayPositions(fit).length;
  const atMost = all * seen.length <= mostNumbers ? all : drawsPerBand;
  const count = replayPositions(fit, atMost).length;
  const values = new Float64Array(count * seen.length);
  replay(
    fit,
    (forward, index) => {
      const logLikelihood = forward.logLikelihood();
      seen.forEach((at, i) => (values[index * seen.length + i] = logLikelihood[at]!));
    },
    { atMost },
  );
  const nameOf = (at: number): string => {
    const period = periods[at % periods.length]!;
    return cells.length === 1 ? period : `${cells[Math.floor(at / periods.length)]!}, ${period}`;
  };
  return psisLoo(
    makeObservationDraws({
      ...{ values, chains: fit.traces.length, draws: count / fit.traces.length },
      observations: seen.map(nameOf),
    }),
  );
}
