/** Predicted outcome: what could have been sold, noise included. */

import { randomStream } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import { drawOutcome } from "../forward/draw-outcome.js";
import type { ResultOptions } from "./estimate.js";
import { collectOutcome, type Outcome, outcomeOf } from "./outcome.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/**
 * The predicted KPI of the window.
 *
 * Definition, per draw: the expected KPI plus a draw of the noise of every cell and period, from the fit's own seed; cells of
 * each period are added up after that. Nine of ten periods should lie inside 90 % intervals, see `fitQuality`. Assumes that
 * noise is independent over cells and periods.
 *
 * @param fit      a fit
 * @param options  cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        total and course, in KPI units; the same fit gives the same bits
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @source gelman1996
 * @example
 * predictedOutcome(await exampleFit()).total.sd > expectedOutcome(await exampleFit()).total.sd; // => true
 */
export function predictedOutcome(fit: Fit, options: ResultOptions = {}): Outcome {
  requireTrust("predictedOutcome", fit, options);
  const window = resultWindow("predictedOutcome", fit.dataset, options);
  const stream = randomStream(fit.record.seed, "predicted");
  const draws = collectOutcome(fit, window, (forward) =>
    drawOutcome(forward.mean(), forward.noise(), stream),
  );
  return outcomeOf(window, draws, options.interval);
}
