/** Whether a market could be one: its channels run, and something is sold in every period. */

import { type Channel, type Issue, makeIssue, showValue } from "@mmm/data";
import type { MarketDescription } from "./description/market-description.js";
import type { Panel } from "./panel/panel.js";

/** A pattern whose pauses are longer than the window leaves a channel without spend. */
export function checkSpending(
  description: MarketDescription,
  channels: readonly Channel[],
): readonly Issue[] {
  return channels.flatMap(({ name, spend }, k) => {
    if (spend.some((value) => value > 0)) return [];
    return [
      makeIssue({
        code: "market.no-spend",
        place: { channel: name, path: `market.channels[${k}].pattern` },
        rule: "the channel must run in some period",
        got: `no spend in ${description.periods} periods`,
        advice: "Simulate more periods, or shorten the pauses.",
      }),
    ];
  });
}

/** Sales at or below zero are no sales; they come of a description that promises too little for its noise or its dips. */
export function checkSales(
  kpi: Float64Array,
  { cells, dimensions }: Panel,
  periods: readonly string[],
): readonly Issue[] {
  const bad = [...kpi.keys()].filter((position) => !(kpi[position]! > 0 && kpi[position]! < Infinity));
  const [first] = bad;
  if (first === undefined) return [];
  const cell = dimensions === undefined ? {} : { cell: cells[Math.floor(first / periods.length)]! };
  const inCells = dimensions === undefined ? "" : " and cells";
  return [
    makeIssue({
      code: "market.sales-not-positive",
      place: { ...cell, period: periods[first % periods.length]!, path: "market" },
      rule: "sales must be > 0 in every period",
      got: `${showValue(kpi[first]!)} here and ${bad.length} of ${kpi.length} periods${inCells} in all`,
      advice: "Lower the noise, the amplitudes or the negative effects, or raise the baseline.",
    }),
  ];
}
