/** Response curves: incremental KPI as a function of spend, per channel. */

import type { Dataset } from "@mmm/data";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { mediaValues } from "../scaling.js";
import { marginalGrowth } from "../terms/media-term.js";
import { type Band, bandOf, drawsPerBand } from "./band.js";
import type { ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { type ResultWindow, resultWindow } from "./result-window.js";
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
  /** [point] KPI per money that 1 % of today's spend more would bring; at 1 it is the marginal ROI in KPI units. */
  readonly marginal: Band;
  /**
   * [point] share of the media that would stand in periods with more than their cell ever had of the channel in the data: from
   * 0 (the data have seen it) to 1 (the curve is its form alone).
   */
  readonly extrapolated: readonly number[];
}

/** Options of `responseCurves`. */
export interface ResponseCurveOptions extends ResultOptions {
  /** Factors on today's spend, ≥ 0. Default 0, 0.2, … 2, as Meridian. */
  readonly multipliers?: readonly number[];
}

const defaultMultipliers = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];

/**
 * Response curves of all channels.
 *
 * Definition, per draw: the sum over the window of the channel's contribution when its media of every period are
 * multiplied by the factor, carry-over within the window included; the marginal curve is its slope over 1 % of today's spend.
 * Assumes that the pattern over time stays as it was.
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
  const totalsAt = (factor: number): readonly Float64Array[] =>
    channelTotals(fit, forward, factor, { window, atMost: drawsPerBand });
  const points = multipliers.map(totalsAt);
  const more = multipliers.map((factor) => totalsAt(factor + marginalGrowth));
  return fit.dataset.channels.map((channel, c) => {
    const today = window.total(channel.spend);
    const { mean, low, high } = bandOf(
      points.map((channels) => channels[c]!),
      interval,
    );
    const slopes = points.map((channels, i) =>
      channels[c]!.map((value, draw) => (more[i]![c]![draw]! - value) / (marginalGrowth * today)),
    );
    return {
      channel: channel.name,
      multiplier: multipliers,
      spend: multipliers.map((factor) => factor * today),
      ...{ mean: [...mean], low: [...low], high: [...high] },
      marginal: bandOf(slopes, interval),
      extrapolated: multipliers.map((factor) => beyondHistory(fit.dataset, channel, window, factor)),
    };
  });
}

/** The share of a channel's media that would stand in periods with more than their cell ever had. */
function beyondHistory(
  { periods }: Dataset,
  channel: Dataset["channels"][number],
  { positions }: ResultWindow,
  factor: number,
): number {
  const values = mediaValues(channel);
  const most = new Map<number, number>();
  values.forEach((value, p) => {
    const g = Math.floor(p / periods.length);
    most.set(g, Math.max(most.get(g) ?? 0, value));
  });
  let [all, beyond] = [0, 0];
  for (const p of positions) {
    all += values[p]!;
    // A period at the very top is not beyond it because of a rounding.
    if (values[p]! * factor > most.get(Math.floor(p / periods.length))! * (1 + 1e-12)) beyond += values[p]!;
  }
  return all === 0 ? 0 : beyond / all;
}
