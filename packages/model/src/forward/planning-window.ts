/** PlanningWindow: the periods that a plan is made for, with what came before them and the time in which they still work. */

import { sum } from "@mmm/numerics";
import type { Dataset } from "@mmm/data";
import { mediaHistory, mediaValues } from "../scaling.js";

/** Part of a dataset that stands for "today". */
export interface PlanningWindow {
  /** ISO dates. */
  readonly periods: readonly string[];
  /** Index of the first in the dataset. */
  readonly first: number;
  /** Number of periods before the window whose media are taken into account, and after it in which effects are counted. */
  readonly history: number;
  readonly tail: number;
  /** [channel] → [cell × history] media. */
  readonly before: readonly Float64Array[];
  /** [channel × cell × period] what was spent. */
  readonly spend: Float64Array;
  /** [channel × cell × period] media that a unit of money bought. */
  readonly mediaPerSpend: Float64Array;
  /** [cell × (period, tail)] what a unit of KPI is worth: money where it is known, otherwise 1. */
  readonly worth: Float64Array;
  /** [channel × cell] the largest spend of any period of the data. */
  readonly largestSpend: Float64Array;
}

/** How media are bought in a plan. */
export type MediaCosts = "period" | "window";

/** Periods of a dataset, with as much history as it has of what is asked for, and a tail. */
export function planningWindow(
  dataset: Dataset,
  first: number,
  count: number,
  around: { readonly history: number; readonly tail: number; readonly costs: MediaCosts },
): PlanningWindow {
  const { channels, cells, periods, historyPeriods = [] } = dataset;
  const { tail, costs } = around;
  const history = Math.min(around.history, historyPeriods.length + first);
  const cut = (values: Float64Array, g: number): Float64Array =>
    values.subarray(g * periods.length + first, g * periods.length + first + count);
  const rows = channels.flatMap((channel) => cells.map((_, g) => ({ channel, g })));
  return {
    periods: periods.slice(first, first + count),
    ...{ first, history, tail },
    before: channels.map((channel) => mediaBefore(dataset, channel, first, history)),
    spend: Float64Array.from(rows.flatMap(({ channel, g }) => [...cut(channel.spend, g)])),
    mediaPerSpend: Float64Array.from(
      rows.flatMap(({ channel, g }) => [...ratesOf(channel, periods.length, cut, g, costs)]),
    ),
    worth: worthOf(dataset, first, count, tail),
    largestSpend: Float64Array.from(rows, ({ channel, g }) =>
      channel.spend
        .subarray(g * periods.length, (g + 1) * periods.length)
        .reduce((most, value) => Math.max(most, value), 0),
    ),
  };
}

/** [cell × history] media of the periods just before the window. */
function mediaBefore(
  { cells, periods, historyPeriods = [] }: Dataset,
  channel: Dataset["channels"][number],
  first: number,
  history: number,
): Float64Array {
  const [older, within] = [mediaHistory(channel), mediaValues(channel)];
  const known = older.length / cells.length;
  return Float64Array.from(
    cells.flatMap((_, g) => {
      const row = [
        ...new Float64Array(historyPeriods.length - known),
        ...older.subarray(g * known, (g + 1) * known),
        ...within.subarray(g * periods.length, g * periods.length + first),
      ];
      return row.slice(row.length - history);
    }),
  );
}

/**
 * [period] media per money. In a period without spend it is the rate of the window, of the cell, or of the channel, whichever first
 * is known; 1 where media are spend.
 */
function ratesOf(
  { spend, exposure }: Dataset["channels"][number],
  length: number,
  cut: (values: Float64Array, g: number) => Float64Array,
  g: number,
  costs: MediaCosts,
): Float64Array {
  const money = cut(spend, g);
  if (exposure === undefined) return money.map(() => 1);
  const media = cut(exposure.values, g);
  const ofCell = (values: Float64Array): Float64Array => values.subarray(g * length, (g + 1) * length);
  const rates = [
    sum(media) / sum(money),
    sum(ofCell(exposure.values)) / sum(ofCell(spend)),
    sum(exposure.values) / sum(spend),
  ];
  const usual = rates.find((rate) => rate > 0 && rate < Infinity) ?? 0;
  return money.map((spent, t) => (costs === "period" && spent > 0 ? media[t]! / spent : usual));
}

/** Revenue per KPI of the window; after it, that of its last period. */
function worthOf({ cells, periods, kpi }: Dataset, first: number, count: number, tail: number): Float64Array {
  return Float64Array.from(
    cells.flatMap((_, g) =>
      Array.from({ length: count + tail }, (_, t) => {
        const period = first + Math.min(t, count - 1);
        return kpi.revenuePerKpi?.values[g * periods.length + period] ?? 1;
      }),
    ),
  );
}
