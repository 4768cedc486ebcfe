/** Fit quality: how close the model's expectation and its predictions come to the data, seen and held out. */

import { randomStream } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import { drawOutcome } from "../forward/draw-outcome.js";
import { replay, replayPositions } from "../forward/replay.js";
import { drawsPerBand, emptyPoints, putDraw } from "./band.js";
import type { ResultOptions } from "./estimate.js";
import { type PanelAccuracy, panelAccuracy, scorePanel } from "./panel-accuracy.js";
import { requireTrust } from "./require-trust.js";

/** Accuracy on what the fit saw; all cells and periods unless said otherwise. */
export interface FitQuality extends PanelAccuracy {
  /** Accuracy on what was held out of the fit; there where the dataset has a split. */
  readonly holdout?: PanelAccuracy;
  /** Probability of the predictive intervals behind `coverage`, `low` and `high`. */
  readonly interval: number;
  /** [cell × time] posterior mean of the expected KPI, held-out values included. */
  readonly expected: Float64Array;
  /** [cell × time] ends of the predictive interval. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Measures the fit on what it saw and, where the dataset has a split (`holdOut`), on what it did not see. A good value in
 * sample says that the model can describe the past, a good one on a holdout that it predicts; neither that its ROI is right.
 *
 * Errors are those of the posterior mean of the expected KPI; coverage and CRPS are of the predictive distribution, noise
 * included. Media and controls of held-out periods are known to the prediction, so that it is judged as a model of their
 * effects, not as a forecast of the plans. Values of holdouts in the middle of the data are easier, because their
 * neighbours give away trend and time effects.
 *
 * @param fit      a fit
 * @param options  probability of the predictive intervals; whether to speak although the verdict failed
 * @returns        errors, CRPS and coverage over all values, per cell and of all cells added up; from at most 1,000 evenly
 *                 spaced draws
 * @throws {UntrustworthyFitError} when the verdict failed
 * @source gneiting2007
 * @example
 * fitQuality((await exampleFit())).r2 > 0.5; // => true
 */
export function fitQuality(fit: Fit, options: ResultOptions = {}): FitQuality {
  requireTrust("fitQuality", fit, options);
  const { interval = 0.9 } = options;
  const { cells, kpi, split } = fit.dataset;
  const panel = { cells, observed: kpi.values, ...predict(fit), interval };
  const scored = scorePanel(panel);
  const everything = new Uint8Array(scored.length).fill(1);
  return {
    ...panelAccuracy(panel, scored, split?.train ?? everything),
    ...(split && { holdout: panelAccuracy(panel, scored, split.holdout) }),
    interval,
    expected: panel.expected,
    low: Float64Array.from(scored, (own) => own.low),
    high: Float64Array.from(scored, (own) => own.high),
  };
}

/** The mean of the expectation, and predictive draws [cell × time][draw] with noise of the fit's own seed. */
function predict(fit: Fit): { readonly expected: Float64Array; readonly predicted: readonly Float64Array[] } {
  const size = fit.dataset.kpi.values.length;
  const count = replayPositions(fit, drawsPerBand).length;
  const expected = new Float64Array(size);
  const predicted = emptyPoints(size, count);
  const stream = randomStream(fit.record.seed, "predictive");
  replay(
    fit,
    (forward, index) => {
      const mean = forward.mean();
      mean.forEach((value, i) => (expected[i] = expected[i]! + value / count));
      putDraw(predicted, index, drawOutcome(mean, forward.noise(), stream));
    },
    { atMost: drawsPerBand },
  );
  return { expected, predicted };
}
