/** The baseline: what would have been sold without media. */

import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import type { MarketDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import { type ControlTruth, simulateControl } from "./simulate-control.js";
import { type SeasonalityTruth, simulateSeasonality } from "./simulate-seasonality.js";
import { simulateTrend, type TrendTruth } from "./simulate-trend.js";

/** The baseline and its parts, in KPI units. */
export interface BaselineTruth {
  /** [cell] KPI of an average period without media, holidays and events. */
  readonly intercept: Float64Array;
  readonly trend: TrendTruth;
  readonly seasonality: SeasonalityTruth;
  readonly controls: readonly ControlTruth[];
  /** [cell × time] intercept + trend + seasonality + controls. */
  readonly values: Float64Array;
}

/** Simulates the baseline; every part has its own branch of `stream`, every control one that is named after it. */
export function simulateBaseline(
  { kpi, trend, seasonality, controls }: MarketDescription,
  calendar: Calendar,
  panel: Panel,
  stream: RandomStream,
): BaselineTruth {
  const length = calendar.periods.length;
  const intercept = levelsOfCells(kpi.baselinePerPeriod, panel, stream.split("baseline"));
  const line = simulateTrend(trend, calendar, intercept, panel, stream.split("trend"));
  const season = simulateSeasonality(seasonality, calendar, intercept, panel, stream.split("seasonality"));
  const others = controls.map((control) =>
    simulateControl(control, calendar, intercept, panel, stream.split("control", control.name)),
  );
  const values = new Float64Array(line.values.length);
  cellSlices(values, intercept.length).forEach((own, g) =>
    own.forEach((_, t) => {
      const at = g * length + t;
      let total = intercept[g]! + line.values[at]! + season.values[at]!;
      for (const { contribution } of others) total += contribution[at]!;
      own[t] = total;
    }),
  );
  return { intercept, trend: line, seasonality: season, controls: others, values };
}

/** The level of the whole market, split by population and what scatters per head. */
function levelsOfCells(level: number, panel: Panel, stream: RandomStream): Float64Array {
  const factors = drawCellFactors(panel, "baseline", stream);
  const parts = panel.size.map((size, g) => size * factors[g]!);
  const whole = sumOverCells(parts);
  return parts.map((part) => level * (part / whole));
}
