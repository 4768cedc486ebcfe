/** Whether a market could be one: its channels run, and something is sold in every period. */

import { type Channel, type Issue, makeIssue, showValue } from "@mmm/data";
import type { MarketDescription } from "./description/market-description.js";

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
export function checkSales(kpi: Float64Array, periods: readonly string[]): readonly Issue[] {
  const bad = [...kpi.keys()].filter((t) => !(kpi[t]! > 0 && kpi[t]! < Infinity));
  if (bad.length === 0) return [];
  return [
    makeIssue({
      code: "market.sales-not-positive",
      place: { period: periods[bad[0]!], path: "market" },
      rule: "sales must be > 0 in every period",
      got: `${showValue(kpi[bad[0]!])} here and ${bad.length} of ${kpi.length} periods in all`,
      advice: "Lower the noise, the amplitudes or the negative effects, or raise the baseline.",
    }),
  ];
}
