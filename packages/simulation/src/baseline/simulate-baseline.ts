/** The baseline: what would have been sold without media. */

import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import type { MarketDescription, TrendDescription } from "../description/market-description.js";
import { type ControlTruth, simulateControl } from "./simulate-control.js";
import { type SeasonalityTruth, simulateSeasonality } from "./simulate-seasonality.js";

/** The baseline and its parts, in KPI units. */
export interface BaselineTruth {
  /** KPI of an average period without media, holidays and events. */
  readonly intercept: number;
  readonly trend: {
    /** KPI gained from the first period to the last. */
    readonly change: number;
    /** [cell × time] from −½ change to ½ change. */
    readonly values: Float64Array;
  };
  readonly seasonality: SeasonalityTruth;
  readonly controls: readonly ControlTruth[];
  /** [cell × time] intercept + trend + seasonality + controls. */
  readonly values: Float64Array;
}

/** Simulates the baseline; every control has its own branch of `stream`. */
export function simulateBaseline(
  { kpi, trend, seasonality, controls }: MarketDescription,
  calendar: Calendar,
  stream: RandomStream,
): BaselineTruth {
  const intercept = kpi.baselinePerPeriod;
  const line = trendOf(trend, calendar.periods.length, intercept);
  const season = simulateSeasonality(seasonality, calendar, intercept);
  const others = controls.map((control) =>
    simulateControl(control, calendar, intercept, stream.split("control", control.name)),
  );
  const values = line.values.map((trendValue, t) => {
    let total = intercept + trendValue + season.values[t]!;
    for (const { contribution } of others) total += contribution[t]!;
    return total;
  });
  return { intercept, trend: line, seasonality: season, controls: others, values };
}

function trendOf(trend: TrendDescription, length: number, level: number): BaselineTruth["trend"] {
  const change = trend.kind === "linear" ? trend.change * level : 0;
  return { change, values: Float64Array.from({ length }, (_, t) => change * (t / (length - 1) - 0.5)) };
}
