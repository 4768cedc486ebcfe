/** Fit quality: how close the model's expectation and its predictions come to the data it was fitted on. */

import { drawNormal, drawStudentT, mean, quantile, randomStream, type RandomStream } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import { replay, replayPositions } from "../forward/replay.js";
import type { ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";

/** In-sample fit; of the posterior mean of the expected KPI unless said otherwise. */
export interface FitQuality {
  /** 1 − Σ residual² / Σ (kpi − mean kpi)². */
  readonly r2: number;
  /** Mean of |residual| / |kpi| over periods with kpi ≠ 0. */
  readonly mape: number;
  /** Σ |residual| / Σ |kpi|. */
  readonly wmape: number;
  /** √ mean residual², in KPI units. */
  readonly rmse: number;
  /** Share of periods whose KPI lies in the predictive interval; should be near `interval`. */
  readonly coverage: number;
  /** Probability of the predictive intervals. */
  readonly interval: number;
  /** [time] posterior mean of the expected KPI. */
  readonly expected: Float64Array;
  /** [time] ends of the predictive interval. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const predictiveDraws = 1000;

/**
 * Measures the fit in sample. A good value says that the model can describe the past, not that its ROI is right.
 *
 * @param fit      a fit
 * @param options  probability of the predictive intervals; whether to speak although the verdict failed
 * @returns        R², errors and coverage
 * @throws {UntrustworthyFitError} when the verdict failed
 * @example
 * fitQuality((await exampleFit())).r2 > 0.5; // => true
 */
export function fitQuality(fit: Fit, options: ResultOptions = {}): FitQuality {
  requireTrust("fitQuality", fit, options);
  const { interval = 0.9 } = options;
  const kpi = fit.dataset.kpi.values;
  const { expected, predicted } = predict(fit);
  const tail = (1 - interval) / 2;
  const low = Float64Array.from(predicted, (values) => quantile(values, tail));
  const high = Float64Array.from(predicted, (values) => quantile(values, 1 - tail));
  const residual = kpi.map((value, t) => value - expected[t]!);
  const center = mean(kpi);
  const absolute = residual.map(Math.abs);
  const relative = absolute.map((error, t) => error / Math.abs(kpi[t]!)).filter((_, t) => kpi[t] !== 0);
  return {
    r2:
      1 -
      total(residual.map((error) => error * error)) /
        total(kpi.map((value) => (value - center) * (value - center))),
    mape: mean(relative),
    wmape: total(absolute) / total(kpi.map(Math.abs)),
    rmse: Math.sqrt(total(residual.map((error) => error * error)) / kpi.length),
    coverage: kpi.filter((value, t) => value >= low[t]! && value <= high[t]!).length / kpi.length,
    interval,
    expected,
    low,
    high,
  };
}

/** The mean of the expectation over all draws, and predictive draws [cell × time][draw] with noise of the fit's own seed. */
function predict(fit: Fit): { readonly expected: Float64Array; readonly predicted: readonly Float64Array[] } {
  const periods = fit.dataset.periods.length;
  const size = fit.dataset.cells.length * periods;
  const expected = new Float64Array(size);
  const count = replayPositions(fit).length;
  replay(fit, (forward) =>
    forward.mean().forEach((value, t) => (expected[t] = expected[t]! + value / count)),
  );
  const kept = replayPositions(fit, predictiveDraws).length;
  const predicted = Array.from({ length: size }, () => new Float64Array(kept));
  const stream = randomStream(fit.record.seed, "predictive");
  replay(
    fit,
    (forward, index) => {
      const { scale, degreesOfFreedom } = forward.noise();
      const each = forward.mean();
      each.forEach((value, i) => {
        const own = scale[Math.floor(i / periods)]!;
        predicted[i]![index] = value + own * standardNoise(stream, degreesOfFreedom);
      });
    },
    { atMost: predictiveDraws },
  );
  return { expected, predicted };
}

function standardNoise(stream: RandomStream, degreesOfFreedom: number): number {
  return degreesOfFreedom === Infinity ? drawNormal(stream) : drawStudentT(stream, degreesOfFreedom);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
