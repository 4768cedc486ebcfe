/** The truth about one channel: from its media and its ROI to every quantity that an estimate can be held against. */

import type { Channel } from "@mmm/data";
import { mean, sum } from "@mmm/numerics";
import type { ChannelDescription, SaturationDescription } from "../description/market-description.js";
import { mediaOf } from "./buy-media.js";
import { type MediaEffect, type SaturationTruth, trueContribution } from "./true-contribution.js";

/** The KPI that a channel brings in the window when its media of every period is multiplied. */
export interface ResponseCurveTruth {
  /** [point] factor on the media of every period. */
  readonly multipliers: readonly number[];
  /** [point] spend in the window. */
  readonly spend: readonly number[];
  /** [point] KPI that would not have been without the channel. */
  readonly incremental: readonly number[];
}

/** A channel as it was. Everything is in natural units: money, media, KPI. */
export interface ChannelTruth extends MediaEffect {
  readonly name: string;
  /** What the channel works through. */
  readonly media: "spend" | "exposure";
  /** Mean of the media over periods that have some: the unit of the description's saturation. */
  readonly meanActiveMedia: number;
  /** [cell × time] KPI that would not have been without the channel. */
  readonly contribution: Float64Array;
  /** Σ contribution. */
  readonly totalContribution: number;
  /** Σ spend. */
  readonly totalSpend: number;
  /** totalContribution / totalSpend: what carries over past the window is not counted. */
  readonly roi: number;
  /** (Σ contribution at 1.01 · media − Σ contribution) / (0.01 · Σ spend). */
  readonly marginalRoi: number;
  readonly responseCurve: ResponseCurveTruth;
}

/** From nothing to twice the media, in the steps that Meridian reports. */
const multipliers = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];

/** Growth of media behind the marginal ROI: one per cent. */
const growth = 0.01;

/** Explains a channel whose media has been bought. */
export function explainChannel(description: ChannelDescription, channel: Channel): ChannelTruth {
  const media = mediaOf(channel);
  const totalSpend = sum(channel.spend);
  const meanActiveMedia = mean(media.filter((value) => value > 0));
  const effect = effectOf(description, media, meanActiveMedia, totalSpend);
  const contribution = trueContribution(effect, media);
  const totalContribution = sum(contribution);
  const gained = totalResponse(effect, media, 1 + growth) - totalContribution;
  return {
    name: channel.name,
    media: channel.exposure === undefined ? "spend" : "exposure",
    meanActiveMedia,
    ...effect,
    contribution,
    totalContribution,
    totalSpend,
    roi: totalContribution / totalSpend,
    marginalRoi: gained / (growth * totalSpend),
    responseCurve: {
      multipliers,
      spend: multipliers.map((factor) => factor * totalSpend),
      incremental: multipliers.map((factor) => totalResponse(effect, media, factor)),
    },
  };
}

/** Σ_t of the contribution when the media of every period is multiplied. */
export function totalResponse(effect: MediaEffect, media: Float64Array, multiplier: number): number {
  const scaled = media.map((value) => multiplier * value);
  return sum(trueContribution(effect, scaled));
}

/** The coefficient is what a coefficient of 1 would have to be multiplied by to give the described ROI. */
function effectOf(
  { adstock, saturation, roi }: ChannelDescription,
  media: Float64Array,
  meanActiveMedia: number,
  totalSpend: number,
): MediaEffect {
  const unit = { adstock, saturation: inMediaUnits(saturation, meanActiveMedia), coefficient: 1 };
  return { ...unit, coefficient: (roi * totalSpend) / totalResponse(unit, media, 1) };
}

/** From mean active periods to the unit of the media. */
function inMediaUnits(saturation: SaturationDescription, meanActiveMedia: number): SaturationTruth {
  switch (saturation.kind) {
    case "none":
      return saturation;
    case "hill":
      return { ...saturation, halfSaturation: saturation.halfSaturation * meanActiveMedia };
    case "logistic":
      return { ...saturation, rate: saturation.rate / meanActiveMedia };
  }
}
