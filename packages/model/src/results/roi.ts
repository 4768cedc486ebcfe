/** ROI: what a unit of spend brought, and what one more would have brought. */

import { mediaValues } from "../scaling.js";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass, type ForwardPass } from "../forward/forward-pass.js";
import { replay, replayPositions } from "../forward/replay.js";
import { totalSpend } from "@mmm/data";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";

/** Return of one channel over the whole window. */
export interface ChannelRoi {
  readonly channel: string;
  /** Σ spend over the window. */
  readonly spend: number;
  /** KPI that would not have been without the channel. */
  readonly incremental: Estimate;
  /** Incremental KPI per unit of spend. */
  readonly roi: Estimate;
  /** Incremental KPI per unit of spend of 1 % more spend in every period. */
  readonly marginalRoi: Estimate;
}

/** Growth of spend that marginal ROI asks about; Meridian's. Small enough to be a derivative, large enough to be exact. */
const growth = 0.01;

/**
 * ROI and marginal ROI of every channel.
 *
 * Definition, per draw: roi = Σ_t contribution[t] / Σ_t spend[t]; marginal roi = (Σ_t contribution[t] at 1.01 × media −
 * Σ_t contribution[t]) / (0.01 × Σ_t spend[t]). Exposure is taken to grow with spend.
 * Assumes what `contributions` assumes. Where revenue per KPI is known, ROI is money per money;
 * otherwise, and where the KPI is not money, it is KPI per unit of spend. `incremental` is always in KPI units. Media before
 * the window carry over into it and are not part of its spend.
 *
 * @param fit      a fit
 * @param options  probability of the intervals; whether to speak although the verdict failed
 * @returns        one row per channel, in the order of the data
 * @throws {UntrustworthyFitError} when the verdict failed
 * @source jin2017, google2024
 * @example
 * roi((await exampleFit())).map(({ channel }) => channel)[0]; // => "tv"
 */
export function roi(fit: Fit, options: ResultOptions = {}): readonly ChannelRoi[] {
  requireTrust("roi", fit, options);
  const { dataset } = fit;
  const forward = compileForwardPass(dataset, fit.spec);
  const now = channelTotals(fit, forward, 1);
  // Where the KPI is not money but its revenue is known, returns are counted in money.
  const money: TotalsOptions =
    dataset.kpi.revenuePerKpi === undefined ? {} : { weights: dataset.kpi.revenuePerKpi.values };
  const earned = money.weights === undefined ? now : channelTotals(fit, forward, 1, money);
  const more = channelTotals(fit, forward, 1 + growth, money);
  return dataset.channels.map(({ name }, channel) => {
    const spend = totalSpend(dataset, name);
    const incremental = now[channel]!;
    const returned = earned[channel]!;
    const gained = returned.map((value, draw) => (more[channel]![draw]! - value) / (growth * spend));
    return {
      channel: name,
      spend,
      incremental: estimate(incremental, options.interval),
      roi: estimate(
        returned.map((value) => value / spend),
        options.interval,
      ),
      marginalRoi: estimate(gained, options.interval),
    };
  });
}

/** Which totals to take. */
export interface TotalsOptions {
  /** At most this many draws, evenly spaced. Default: all. */
  readonly atMost?: number;
  /** [time] factors on each period's contribution, such as revenue per KPI. Default: 1. */
  readonly weights?: Float64Array;
}

/** [channel][draw] Σ_t of each channel's contribution when all media of the window are multiplied. */
export function channelTotals(
  fit: Fit,
  forward: ForwardPass,
  multiplier: number,
  { atMost, weights }: TotalsOptions = {},
): readonly Float64Array[] {
  const { channels, periods } = fit.dataset;
  const count = replayPositions(fit, atMost).length;
  const totals = channels.map(() => new Float64Array(count));
  forward.setMedia(channels.map((channel) => mediaValues(channel).map((value) => value * multiplier)));
  const visit = (pass: ForwardPass, index: number): void => {
    const values = pass.contributions();
    totals.forEach((row, channel) => {
      let sum = 0;
      for (let t = 0; t < periods.length; t++) {
        sum += values[channel * periods.length + t]! * (weights === undefined ? 1 : weights[t]!);
      }
      row[index] = sum;
    });
  };
  replay(fit, visit, { forward, ...(atMost === undefined ? {} : { atMost }) });
  forward.setMedia();
  return totals;
}
