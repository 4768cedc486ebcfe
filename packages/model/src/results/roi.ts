/** ROI: what a unit of spend brought, and what one more would have brought. */

import { mean } from "@mmm/numerics";
import { mediaValues } from "../scaling.js";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass, type ForwardPass } from "../forward/forward-pass.js";
import { replay, replayPositions } from "../forward/replay.js";
import { marginalGrowth } from "../terms/media-term.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { type ResultWindow, resultWindow } from "./result-window.js";

/** Return of one channel over the window asked about. */
export interface ChannelRoi {
  readonly channel: string;
  /** Σ spend over the window. */
  readonly spend: number;
  /** KPI that would not have been without the channel. */
  readonly incremental: Estimate;
  /** Incremental KPI per unit of spend. */
  readonly roi: Estimate;
  /** Probability that ROI is above 1: where returns are money, that the channel paid for itself. */
  readonly probabilityAboveOne: number;
  /** Incremental KPI per unit of spend of 1 % more spend in every period. */
  readonly marginalRoi: Estimate;
  /** Spend per unit of incremental KPI; of an effect near 0 it has no mean, so look at the median. */
  readonly costPerIncremental: Estimate;
  /** Incremental KPI per unit of exposure; absent where only spend is known. */
  readonly effectiveness?: Estimate;
}

/**
 * ROI, marginal ROI, cost per incremental KPI and effectiveness of every channel.
 *
 * Definition, per draw: roi = Σ contribution / Σ spend; marginal roi = (Σ contribution at 1.01 × media − Σ contribution) /
 * (0.01 × Σ spend), sums over the cells and periods asked about. Exposure is taken to grow with spend.
 * Assumes what `contributions` assumes. Where revenue per KPI is known, ROI is money per money;
 * otherwise, and where the KPI is not money, it is KPI per unit of spend. `incremental` is always in KPI units. Media before
 * the periods carry over into them and are not part of their spend; what they leave to later periods is not counted.
 *
 * @param fit      a fit
 * @param options  cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        one row per channel, in the order of the data
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @source jin2017, google2024
 * @example
 * roi((await exampleFit())).map(({ channel }) => channel)[0]; // => "tv"
 */
export function roi(fit: Fit, options: ResultOptions = {}): readonly ChannelRoi[] {
  requireTrust("roi", fit, options);
  const { dataset } = fit;
  const window = resultWindow("roi", dataset, options);
  const forward = compileForwardPass(dataset, fit.spec);
  const now = channelTotals(fit, forward, 1, { window });
  // Where the KPI is not money but its revenue is known, returns are counted in money.
  const weights = dataset.kpi.revenuePerKpi?.values;
  const money: TotalsOptions = weights === undefined ? { window } : { window, weights };
  const earned = weights === undefined ? now : channelTotals(fit, forward, 1, money);
  const more = channelTotals(fit, forward, 1 + marginalGrowth, money);
  return dataset.channels.map(({ name, spend: spent, exposure }, channel) => {
    const spend = window.total(spent);
    const incremental = now[channel]!;
    const returned = earned[channel]!;
    const of = (values: Float64Array): Estimate => estimate(values, options.interval);
    return {
      channel: name,
      spend,
      incremental: of(incremental),
      roi: of(returned.map((value) => value / spend)),
      probabilityAboveOne: mean(returned.map((value) => (value > spend ? 1 : 0))),
      marginalRoi: of(
        returned.map((value, draw) => (more[channel]![draw]! - value) / (marginalGrowth * spend)),
      ),
      costPerIncremental: of(incremental.map((value) => spend / value)),
      ...(exposure && {
        effectiveness: of(incremental.map((value) => value / window.total(exposure.values))),
      }),
    };
  });
}

/** Which totals to take. */
export interface TotalsOptions {
  /** The cells and periods to add up. */
  readonly window: ResultWindow;
  /** At most this many draws, evenly spaced. Default: all. */
  readonly atMost?: number;
  /** [cell × time] factors on each contribution, such as revenue per KPI. Default: 1. */
  readonly weights?: Float64Array;
}

/** [channel][draw] each channel's contribution over a window when all media are multiplied. */
export function channelTotals(
  fit: Fit,
  forward: ForwardPass,
  multiplier: number,
  { window, atMost, weights }: TotalsOptions,
): readonly Float64Array[] {
  const { channels } = fit.dataset;
  const count = replayPositions(fit, atMost).length;
  const totals = channels.map(() => new Float64Array(count));
  forward.setMedia(channels.map((channel) => mediaValues(channel).map((value) => value * multiplier)));
  const visit = (pass: ForwardPass, index: number): void => {
    const values = pass.contributions();
    totals.forEach((row, channel) => (row[index] = window.total(values, channel, weights)));
  };
  replay(fit, visit, { forward, ...(atMost === undefined ? {} : { atMost }) });
  forward.setMedia();
  return totals;
}
