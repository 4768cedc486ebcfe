/** Response curves: incremental KPI as a function of spend, per channel. */

import type { Fit } from "../fit/fit.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";
import { channelTotals } from "./roi.js";

/** The curve of one channel: every period's spend multiplied by the same factor. */
export interface ResponseCurve {
  readonly channel: string;
  /** [point] factor on today's spend; 1 is what was spent, beyond it the curve is an extrapolation of its form. */
  readonly multiplier: readonly number[];
  /** [point] spend over the window. */
  readonly spend: readonly number[];
  /** [point] incremental KPI over the window. */
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Options of `responseCurves`. */
export interface ResponseCurveOptions extends ResultOptions {
  /** Factors on today's spend, ≥ 0. Default 0, 0.2, … 2, as Meridian. */
  readonly multipliers?: readonly number[];
}

const defaultMultipliers = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];

/** Draws behind each point; 1,000 evenly spaced ones fix a 5 % quantile to within the width of a line. */
const drawsPerPoint = 1000;

/**
 * Response curves of all channels.
 *
 * Definition, per draw: the sum over the window of the channel's contribution when its media of every period are
 * multiplied by the factor, carry-over within the window included. Assumes that the pattern over time stays as it was.
 *
 * @param fit      a fit
 * @param options  factors, cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        one curve per channel, in the order of the data
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @throws {RangeError} when a factor is negative or not finite
 * @source jin2017
 * @example
 * responseCurves((await exampleFit()), { multipliers: [0, 1] })[0].mean[0]; // => 0
 */
export function responseCurves(fit: Fit, options: ResponseCurveOptions = {}): readonly ResponseCurve[] {
  requireTrust("responseCurves", fit, options);
  const { multipliers = defaultMultipliers, interval } = options;
  const odd = multipliers.find((factor) => !(factor >= 0 && factor < Infinity));
  if (odd !== undefined) {
    throw new RangeError(
      `responseCurves: multipliers must be finite and ≥ 0, got ${odd}. Use 1 for today's spend.`,
    );
  }
  const window = resultWindow("responseCurves", fit.dataset, options);
  const forward = compileForwardPass(fit.dataset, fit.spec);
  const points = multipliers.map((factor) =>
    channelTotals(fit, forward, factor, { window, atMost: drawsPerPoint }).map((totals) =>
      estimate(totals, interval),
    ),
  );
  return fit.dataset.channels.map(({ name, spend }, channel) => {
    const own = points.map((channels) => channels[channel]!);
    return {
      channel: name,
      multiplier: multipliers,
      spend: multipliers.map((factor) => factor * window.total(spend)),
      mean: own.map((point) => point.mean),
      low: own.map((point) => point.low),
      high: own.map((point) => point.high),
    };
  });
}
