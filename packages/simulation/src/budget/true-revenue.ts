/** The true revenue of a channel as a function of its budget, with its slope. */

import { axis, compile, constant, evaluate, input, multiply, sum } from "@mmm/autodiff";
import { selectChannel } from "@mmm/data";
import { mediaOf } from "../media/buy-media.js";
import type { ChannelTruth } from "../media/explain-channel.js";
import { saturateCells, stocksOfCells } from "../media/true-contribution.js";
import { cellSlices } from "../panel/cell-slices.js";
import type { Market } from "../simulate-market.js";

/** Money that a budget brings. */
export interface RevenueCurve {
  readonly name: string;
  /** Budget that was spent. */
  readonly spent: number;
  /** Revenue of a budget ≥ 0, and what a further unit of it brings. */
  at(budget: number): { readonly revenue: number; readonly slope: number };
}

/**
 * The curve of a channel whose spend of all cells and periods is multiplied alike. An adstock is linear, so the stock is
 * computed once and multiplied in place of the media.
 *
 * @param carryOver  periods after the window whose effects count as well
 */
export function trueRevenue({ dataset }: Market, truth: ChannelTruth, carryOver: number): RevenueCurve {
  const { name, cells, totalSpend } = truth;
  const length = dataset.periods.length + carryOver;
  const axes = [axis("cell", cells.length), axis("time", length)];
  const media = lengthened(mediaOf(selectChannel(dataset, name)), cells.length, carryOver, 0);
  const stock = evaluate(stocksOfCells(cells, constant(media, axes)));
  const price = dataset.kpi.revenuePerKpi?.values;
  const prices = price && lengthened(price, cells.length, carryOver);
  const worth = stock.map((_, at) => cells[Math.floor(at / length)]!.coefficient * (prices?.[at] ?? 1));
  const multiplier = input("multiplier");
  const saturated = saturateCells(cells, multiply(constant(stock, axes), multiplier));
  const revenue = sum(multiply(saturated, constant(worth, axes)));
  const program = compile({ outputs: { revenue }, variables: [multiplier], differentiate: "revenue" });
  const gradient = new Float64Array(1);
  return {
    name,
    spent: totalSpend,
    at: (budget) => {
      const value = program.evaluateGradient([budget / totalSpend], gradient);
      return { revenue: value, slope: gradient[0]! / totalSpend };
    },
  };
}

/** [cell × time] with further periods after each cell's last, of one value or of the last one. */
function lengthened(values: Float64Array, cells: number, more: number, value?: number): Float64Array {
  const rows = cellSlices(values, cells);
  const length = rows[0]!.length + more;
  const result = new Float64Array(cells * length);
  rows.forEach((row, g) => {
    result.set(row, g * length);
    result.fill(value ?? row.at(-1)!, g * length + row.length, (g + 1) * length);
  });
  return result;
}
