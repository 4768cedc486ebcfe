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
  /** [point] the money that it brings. */
  readonly revenue: readonly number[];
}

/** What a channel cost and brought: over all cells, or in one. */
export interface ReturnTruth {
  /** Σ contribution, in KPI units. */
  readonly totalContribution: number;
  /** Σ contribution · revenue per KPI: money; where the KPI is money itself, the same as `totalContribution`. */
  readonly totalRevenue: number;
  /** Σ spend. */
  readonly totalSpend: number;
  /** totalRevenue / totalSpend: what carries over past the window is not counted; NaN where nothing was spent. */
  readonly roi: number;
  /** (revenue at 1.01 · media − totalRevenue) / (0.01 · totalSpend). */
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

/** What surrounds a channel. */
interface ChannelSurroundings {
  readonly panel: Panel;
  /** [cell × time] money per KPI; absent where the KPI is money. */
  readonly price: Float64Array | undefined;
  /** The channel's own. */
  readonly stream: RandomStream;
}

/** Explains a channel whose media has been bought; cells scatter by branches of the channel's stream. */
export function explainChannel(
  description: ChannelDescription,
  channel: Channel,
  { panel, price, stream }: ChannelSurroundings,
): ChannelTruth {
  const media = mediaOf(channel);
  const spent = totalsOfCells(channel.spend, panel.cells.length);
  const totalSpend = sumOverCells(spent);
  const meanActiveMedia = meanActive(media, panel);
  const { typical, cells } = effectsOfCells(description, meanActiveMedia, panel, stream);
  // What a coefficient of 1 would have to be multiplied by to give the described ROI.
  const unscaled = sumOverCells(responsesOfCells(cells, media, 1, price).revenue);
  const coefficient = (description.roi * totalSpend) / unscaled;
  const effects = cells.map((cell) => ({ ...cell, coefficient: coefficient * cell.coefficient }));
  const contribution = contributionsOfCells(effects, media);
  const now = totalsOf(contribution, effects.length, price);
  const more = responsesOfCells(effects, media, 1 + growth, price);
  const gained = more.revenue.map((revenue, g) => revenue - now.revenue[g]!);
  const whole = { kpi: sumOverCells(now.kpi), revenue: sumOverCells(now.revenue) };
  return {
    name: channel.name,
    media: channel.exposure === undefined ? "spend" : "exposure",
    meanActiveMedia,
    ...{ ...typical, coefficient },
    ...returnsOf(whole, totalSpend, sumOverCells(gained)),
    cells: effects.map((effect, g) => {
      const own = { kpi: now.kpi[g]!, revenue: now.revenue[g]! };
      return { cell: panel.cells[g]!, ...effect, ...returnsOf(own, spent[g]!, gained[g]!) };
    }),
    contribution,
    responseCurve: curveOf(totalSpend, (factor) =>
      factor === 1 ? now : responsesOfCells(effects, media, factor, price),
    ),
  };
}

function returnsOf(
  { kpi, revenue }: { readonly kpi: number; readonly revenue: number },
  totalSpend: number,
  gained: number,
): ReturnTruth {
  return {
    totalContribution: kpi,
    totalRevenue: revenue,
    totalSpend,
    roi: revenue / totalSpend,
    marginalRoi: gained / (growth * totalSpend),
  };
}

function curveOf(totalSpend: number, responsesAt: (multiplier: number) => CellResponses): ResponseCurveTruth {
  const points = multipliers.map(responsesAt);
  return {
    multipliers,
    spend: multipliers.map((factor) => factor * totalSpend),
    incremental: points.map(({ kpi }) => sumOverCells(kpi)),
    revenue: points.map(({ revenue }) => sumOverCells(revenue)),
  };
}

/** [cell] what the media of all periods together brings. */
interface CellResponses {
  readonly kpi: Float64Array;
  readonly revenue: Float64Array;
}

/** What each cell's media brings in the window when that of every period is multiplied. */
function responsesOfCells(
  effects: readonly MediaEffect[],
  media: Float64Array,
  multiplier: number,
  price: Float64Array | undefined,
): CellResponses {
  const scaled = media.map((value) => multiplier * value);
  return totalsOf(contributionsOfCells(effects, scaled), effects.length, price);
}

/** Contributions in KPI units, summed over time as such and in money. */
function totalsOf(
  contributions: Float64Array,
  cells: number,
  price: Float64Array | undefined,
): CellResponses {
  const kpi = totalsOfCells(contributions, cells);
  if (price === undefined) return { kpi, revenue: kpi };
  const money = contributions.map((value, at) => value * price[at]!);
  return { kpi, revenue: totalsOfCells(money, cells) };
}

/** Σ over time: [cell × time] → [cell]. */
function totalsOfCells(values: Float64Array, cells: number): Float64Array {
  return Float64Array.from(cellSlices(values, cells), sum);
}
