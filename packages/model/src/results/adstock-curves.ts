/** Adstock curves: how the effect of one period's media is spread over the periods around and after it. */

import { arrange, axis, constant, evaluate } from "@mmm/autodiff";
import type { Fit } from "../fit/fit.js";
import { type DrawChoice, drawAxis, evenlySpaced, transformDraws } from "../forward/transform-draws.js";
import { makeScaling } from "../scaling.js";
import { channelSpec } from "../spec/model-spec.js";
import { transformSettings } from "../spec/transform-spec.js";
import { seenDataset } from "../terms/seen-dataset.js";
import { type Band, bandOf, drawsPerBand } from "./band.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/** The carry-over of one channel. */
export interface AdstockCurve {
  readonly channel: string;
  /** [lag] periods since the pulse; below 0 where an effect begins before its media. */
  readonly lag: readonly number[];
  /** [lag] share of the whole effect that comes at that lag, in [0, 1]. */
  readonly share: Band;
  /**
   * Periods after the start of the pulse's period by which half of the effect has come, the effect of each period taken as
   * even within it. Of geometric adstock: log ½ / log retention.
   */
  readonly halfLife: Estimate;
}

/** Options of `adstockCurves`. */
export interface AdstockCurveOptions extends Pick<
  ResultOptions,
  "cells" | "interval" | "evenIfUntrustworthy"
> {
  /** The last lag that is shown, ≥ 0. Default 12, or the number of periods where that is less. */
  readonly lags?: number;
}

const defaultLags = 12;

/**
 * Adstock curves of all channels.
 *
 * Definition, per draw: share[l] = w[l] / Σ w, where w[l] is the adstock l periods after a single period of media. The sum
 * runs over as many periods as the data have, or as long as the adstock's window. Where cells have parameters of their own,
 * shares are averaged over the cells asked about. Assumes that carry-over does not change over time, nor with the amount.
 *
 * @param fit      a fit
 * @param options  the last lag, cells, probability of the intervals, whether to speak although the verdict failed
 * @returns        one curve per channel, in the order of the data; of at most 1,000 evenly spaced draws
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell
 * @throws {RangeError} when `lags` is no whole number ≥ 0
 * @source jin2017
 * @example
 * const [tv] = adstockCurves(await exampleFit(), { lags: 4 });
 * tv.lag; // => [0, 1, 2, 3, 4]
 * tv.share.mean[0] > tv.share.mean[1]; // => true
 */
export function adstockCurves(fit: Fit, options: AdstockCurveOptions = {}): readonly AdstockCurve[] {
  requireTrust("adstockCurves", fit, options);
  const { dataset, spec } = fit;
  const { cells, periods } = resultWindow("adstockCurves", dataset, options);
  const { interval, lags = Math.min(defaultLags, periods.length - 1) } = options;
  if (!Number.isInteger(lags) || lags < 0) {
    throw new RangeError(
      `adstockCurves: lags must be a whole number ≥ 0, got ${lags}. Give the last lag that is shown.`,
    );
  }
  const scaling = makeScaling(seenDataset(dataset), spec.scaling);
  const choice = { draws: evenlySpaced(fit, drawsPerBand), cells };
  return dataset.channels.map(({ name }, channel) => {
    const lead = leadOf(fit, name);
    const horizon = lead + Math.max(periods.length, lags + 1);
    const weights = meanWeights(fit, scaling, channel, choice, { lead, horizon });
    const lag = Array.from({ length: lead + lags + 1 }, (_, l) => l - lead);
    const halfLives = weights.map((own) => halfOf(own) - lead);
    return {
      channel: name,
      lag,
      share: bandOf(
        lag.map((_, l) => Float64Array.from(weights, (own) => own[l]!)),
        interval,
      ),
      halfLife: estimate(Float64Array.from(halfLives), interval),
    };
  });
}

/** [draw][lag] shares of a pulse's effect, averaged over cells. */
function meanWeights(
  fit: Fit,
  scaling: ReturnType<typeof makeScaling>,
  channel: number,
  choice: DrawChoice,
  { lead, horizon }: { readonly lead: number; readonly horizon: number },
): readonly Float64Array[] {
  const axes = [drawAxis(choice), axis("time", horizon)];
  const pulse = arrange(
    constant(
      Float64Array.from({ length: horizon }, (_, t) => (t === lead ? 1 : 0)),
      axes.slice(1),
    ),
    axes,
  );
  const sums = choice.draws.map(() => new Float64Array(horizon));
  const groups = transformDraws(fit, scaling, "adstock", channel, choice);
  for (const { apply } of groups) {
    const stock = evaluate(arrange(apply(pulse), axes));
    sums.forEach((own, draw) => {
      const row = stock.subarray(draw * horizon, (draw + 1) * horizon);
      const whole = row.reduce((total, value) => total + value, 0);
      row.forEach((value, l) => (own[l] = own[l]! + value / whole / groups.length));
    });
  }
  return sums;
}

/** Periods until half of the shares have come. */
function halfOf(shares: Float64Array): number {
  let before = 0;
  for (let l = 0; l < shares.length; l++) {
    const share = shares[l]!;
    if (before + share >= 0.5) return l + (0.5 - before) / share;
    before += share;
  }
  return NaN;
}

/** Periods by which an effect begins before its media. */
function leadOf({ spec }: Fit, channel: string): number {
  const { lead } = transformSettings("adstock", channelSpec(spec, channel).adstock);
  return typeof lead === "number" ? lead : 0;
}
