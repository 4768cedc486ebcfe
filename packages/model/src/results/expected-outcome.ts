/** Expected outcome: what the model holds to have been sold, noise left out. */

import type { Fit } from "../fit/fit.js";
import type { ResultOptions } from "./estimate.js";
import { collectOutcome, type Outcome, outcomeOf } from "./outcome.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/**
 * The expected KPI of the window.
 *
 * Definition, per draw: Σ of the model's mean, baseline and media, over the cells of each period. Intervals say how well the
 * mean is known; single periods scatter around it as `predictedOutcome` says. Assumes that the model's form holds.
 *
 * @param fit      a fit
 * @param options  cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        total and course, in KPI units
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @example
 * const { total } = expectedOutcome(await exampleFit());
 * total.low < total.mean && total.mean < total.high; // => true
 */
export function expectedOutcome(fit: Fit, options: ResultOptions = {}): Outcome {
  requireTrust("expectedOutcome", fit, options);
  const window = resultWindow("expectedOutcome", fit.dataset, options);
  return outcomeOf(
    window,
    collectOutcome(fit, window, (forward) => forward.mean()),
    options.interval,
  );
}
