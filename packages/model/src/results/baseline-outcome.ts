/** Baseline outcome: what would have been sold without any media. */

import { mean } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import type { ForwardPass } from "../forward/forward-pass.js";

import type { ResultOptions } from "./estimate.js";
import { collectOutcome, type Outcome, outcomeOf } from "./outcome.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/** The baseline of a window, with what speaks against it. */
export interface BaselineOutcome extends Outcome {
  /**
   * Probability that the total is below 0. Sales without media cannot be negative: much above 0.2 (where Meridian asks for a
   * review) media are given credit for the baseline.
   */
  readonly probabilityNegative: number;
  /** [period of the window] the same of each period. */
  readonly probabilityNegativePerPeriod: Float64Array;
}

/**
 * The expected KPI with every channel off.
 *
 * Definition, per draw: the mean of the model minus Σ of the channels' contributions, that is everything but media: level,
 * trend, season, events, time effects and controls. Assumes what `contributions` assumes.
 *
 * @param fit      a fit
 * @param options  cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        total and course in KPI units, and the probability that they are negative
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @source google2024
 * @example
 * baselineOutcome(await exampleFit()).probabilityNegative; // => 0
 */
export function baselineOutcome(fit: Fit, options: ResultOptions = {}): BaselineOutcome {
  requireTrust("baselineOutcome", fit, options);
  const window = resultWindow("baselineOutcome", fit.dataset, options);
  const draws = collectOutcome(fit, window, withoutMedia);
  const negative = (values: Float64Array): Float64Array => values.map((value) => (value < 0 ? 1 : 0));
  return {
    ...outcomeOf(window, draws, options.interval),
    probabilityNegative: mean(negative(draws.totals)),
    probabilityNegativePerPeriod: Float64Array.from(draws.points, (own) => mean(negative(own))),
  };
}

/** [cell × time] the expected KPI minus the contributions of all channels. */
export function withoutMedia(forward: Pick<ForwardPass, "mean" | "contributions">): Float64Array {
  const left = forward.mean();
  forward.contributions().forEach((value, i) => {
    const at = i % left.length;
    left[at] = left[at]! - value;
  });
  return left;
}
