/** The truth about one channel: from its media and its ROI to every quantity that an estimate can be held against. */

import type { Channel } from "@mmm/data";
import { type RandomStream, sum } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import type { Panel } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import { mediaOf } from "./buy-media.js";
import { effectsOfCells, meanActive } from "./effects-of-cells.js";
import { contributionsOfCells, type MediaEffect } from "./true-contribution.js";

/** The KPI that a channel brings in the window when its media of every period is multiplied. */
export interface ResponseCurveTruth {
  /** [point] factor on the media of every cell and period. */
  readonly multipliers: readonly number[];
  /** [point] spend in the window. */
  readonly spend: readonly number[];
  /** [point] KPI that would not have been without the channel. */
  readonly incremental: readonly number[];
}

/** What a channel cost and brought: over all cells, or in one. */
export interface ReturnTruth {
  /** Σ contribution. */
  readonly totalContribution: number;
  /** Σ spend. */
  readonly totalSpend: number;
  /** totalContribution / totalSpend: what carries over past the window is not counted; NaN where nothing was spent. */
  readonly roi: number;
  /** (Σ contribution at 1.01 · media − Σ contribution) / (0.01 · Σ spend). */
  readonly marginalRoi: number;
}

/** A channel as it was in one cell. */
export interface CellChannelTruth extends MediaEffect, ReturnTruth {
  readonly cell: string;
}

/**
 * A channel as it was. Everything is in natural units: money, media, KPI. Adstock, saturation and coefficient are those of a
 * cell of mean size without scatter, which cells scatter around; of a national market, its own.
 */
export interface ChannelTruth extends MediaEffect, ReturnTruth {
  readonly name: string;
  /** What the channel works through. */
  readonly media: "spend" | "exposure";
  /**
   * Mean of the media over cells and periods that have some, each cell's divided by its size relative to the mean: the unit
   * of the description's saturation.
   */
  readonly meanActiveMedia: number;
  /** In the order of the data. */
  readonly cells: readonly CellChannelTruth[];
  /** [cell × time] KPI that would not have been without the channel. */
  readonly contribution: Float64Array;
  readonly responseCurve: ResponseCurveTruth;
}

/** From nothing to twice the media, in the steps that Meridian reports. */
const multipliers = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];

/** Growth of media behind the marginal ROI: one per cent. */
const growth = 0.01;

/** Explains a channel whose media has been bought; cells scatter by branches of the channel's stream. */
export function explainChannel(
  description: ChannelDescription,
  channel: Channel,
  panel: Panel,
  stream: RandomStream,
): ChannelTruth {
  const media = mediaOf(channel);
  const spent = totalsOfCells(channel.spend, panel.cells.length);
  const totalSpend = sumOverCells(spent);
  const meanActiveMedia = meanActive(media, panel);
  const { typical, cells } = effectsOfCells(description, meanActiveMedia, panel, stream);
  // What a coefficient of 1 would have to be multiplied by to give the described ROI.
  const coefficient = (description.roi * totalSpend) / totalResponse(cells, media, 1);
  const effects = cells.map((cell) => ({ ...cell, coefficient: coefficient * cell.coefficient }));
  const contribution = contributionsOfCells(effects, media);
  const brought = totalsOfCells(contribution, panel.cells.length);
  const gained = responsesOfCells(effects, media, 1 + growth).map((more, g) => more - brought[g]!);
  return {
    name: channel.name,
    media: channel.exposure === undefined ? "spend" : "exposure",
    meanActiveMedia,
    ...{ ...typical, coefficient },
    ...returns(sumOverCells(brought), totalSpend, sumOverCells(gained)),
    cells: effects.map((effect, g) => ({
      cell: panel.cells[g]!,
      ...effect,
      ...returns(brought[g]!, spent[g]!, gained[g]!),
    })),
    contribution,
    responseCurve: {
      multipliers,
      spend: multipliers.map((factor) => factor * totalSpend),
      incremental: multipliers.map((factor) => totalResponse(effects, media, factor)),
    },
  };
}

function returns(totalContribution: number, totalSpend: number, gained: number): ReturnTruth {
  return {
    totalContribution,
    totalSpend,
    roi: totalContribution / totalSpend,
    marginalRoi: gained / (growth * totalSpend),
  };
}

/** Σ of the contribution over cells and periods when the media of every cell and period is multiplied. */
export function totalResponse(
  effects: readonly MediaEffect[],
  media: Float64Array,
  multiplier: number,
): number {
  return sumOverCells(responsesOfCells(effects, media, multiplier));
}

/** The same for each cell: [cell]. */
function responsesOfCells(
  effects: readonly MediaEffect[],
  media: Float64Array,
  multiplier: number,
): Float64Array {
  const scaled = media.map((value) => multiplier * value);
  return totalsOfCells(contributionsOfCells(effects, scaled), effects.length);
}

/** Σ over time: [cell × time] → [cell]. */
function totalsOfCells(values: Float64Array, cells: number): Float64Array {
  return Float64Array.from(cellSlices(values, cells), sum);
}
