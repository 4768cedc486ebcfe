/** The true response of a market to more, less or other media of one channel. */

import { didYouMean, IssueError, makeIssue, selectChannel, showValue } from "@mmm/data";
import { sum } from "@mmm/numerics";
import { mediaFor } from "./media/media-for.js";
import { contributionsOfCells } from "./media/true-contribution.js";
import { cellSlices } from "./panel/cell-slices.js";
import { sumOverCells } from "./panel/sum-over-cells.js";
import type { Market } from "./simulate-market.js";

/** Where the response is asked for. */
export interface ResponseOptions {
  /** One cell alone; default all of them. */
  readonly cell?: string;
  /** `"revenue"` for the money that it brings where the KPI counts units; default `"kpi"`. */
  readonly measure?: "kpi" | "revenue";
}

/**
 * The KPI that a channel brings in the window for other media than it had: that of every period multiplied by one factor
 * (any point of the curve of which `truth.channels[…].responseCurve` holds eleven), or other spend altogether. Other spend
 * buys exposure at the price of its cell and period; where nothing was bought, at the mean price of the cell, or of the
 * channel.
 *
 * @param market   data and truth, from `simulateMarket`
 * @param channel  the channel's name
 * @param media    a factor on its media, ≥ 0, of which 1 is what was; or spend, [cell × time], ≥ 0
 * @param options  `cell`: the response in this cell alone, of whose spend an array then holds [time]; `measure`
 * @returns        in KPI units, or in money
 * @throws  {IssueError} `data.unknown-channel`, `market.unknown-cell`, with the nearest name
 * @throws  {RangeError} when a factor or spend is negative or not finite, or spend has another length
 * @example
 * const market = simulateMarket(marketPresets.small, 1);
 * trueResponse(market, "tv", 0); // => 0
 * trueResponse(market, "tv", 1) === market.truth.channels[1].totalContribution; // => true
 * const [search] = market.dataset.channels;
 * const later = trueResponse(market, "search", search.spend.toReversed());
 * later === market.truth.channels[0].totalContribution; // => false
 */
export function trueResponse(
  { dataset, truth }: Market,
  channel: string,
  media: number | Float64Array,
  { cell, measure = "kpi" }: ResponseOptions = {},
): number {
  const whole = selectChannel(dataset, channel);
  const { cells } = truth.channels.find(({ name }) => name === channel)!;
  const [first, count] = cell === undefined ? [0, cells.length] : [cellIndex(truth.cells, cell), 1];
  const length = truth.periods.length;
  checkMedia(media, count * length);
  const other = mediaFor(whole, { first, count }, media, length);
  const contributions = contributionsOfCells(cells.slice(first, first + count), other);
  const price = measure === "revenue" ? dataset.kpi.revenuePerKpi?.values : undefined;
  const brought =
    price === undefined ? contributions : contributions.map((kpi, at) => kpi * price[first * length + at]!);
  return sumOverCells(Float64Array.from(cellSlices(brought, count), sum));
}

function cellIndex(cells: readonly string[], cell: string): number {
  const index = cells.indexOf(cell);
  if (index >= 0) return index;
  throw new IssueError([
    makeIssue({
      code: "market.unknown-cell",
      place: { cell },
      rule: "must be a cell of the market",
      got: showValue(cell),
      allowed: cells.length <= 10 ? cells.join(", ") : `${cells.length} cells`,
      advice: didYouMean(cell, cells, "Choose one of them."),
    }),
  ]);
}

function checkMedia(media: number | Float64Array, size: number): void {
  if (typeof media === "number") {
    if (media >= 0 && media < Infinity) return;
    throw new RangeError(
      `trueResponse: multiplier must be finite and ≥ 0, got ${media}. Use 1 for what was spent.`,
    );
  }
  if (media.length !== size) {
    throw new RangeError(
      `trueResponse: spend must have ${size} values, got ${media.length}. Give one for each cell and period.`,
    );
  }
  const wrong = media.findIndex((value) => !(value >= 0 && value < Infinity));
  if (wrong === -1) return;
  throw new RangeError(
    `trueResponse: spend must be finite and ≥ 0, got ${media[wrong]} at index ${wrong}. Correct it.`,
  );
}
