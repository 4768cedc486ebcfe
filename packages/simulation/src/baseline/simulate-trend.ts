/** Trend: the slow change of the baseline. */

import { mean, type RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import { simulateKind } from "../description/kind.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellScatter } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";
import { type TrendDescription, trendKinds } from "./trends/trend-kinds.js";

/** A stretch of the trend, in KPI units. */
export interface TrendSegmentTruth {
  /** Share of the window that has passed where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** [cell] KPI gained in it. */
  readonly change: Float64Array;
}

/** The trend as it was, in KPI units. */
export interface TrendTruth {
  /** [cell] KPI gained from the first period to the last. */
  readonly change: Float64Array;
  readonly segments: readonly TrendSegmentTruth[];
  /** [cell × time] with mean 0 in every cell. */
  readonly values: Float64Array;
}

/** Simulates the trend; `levels` is the KPI of each cell that changes are shares of. */
export function simulateTrend(
  trend: TrendDescription,
  { periods }: Calendar,
  levels: Float64Array,
  panel: Panel,
  stream: RandomStream,
): TrendTruth {
  const deviations = drawCellScatter(panel, "trend", stream);
  const segments = simulateKind(trendKinds, trend, null).map(({ from, to, change }) => ({
    from,
    to,
    // What a cell does otherwise is a line over the whole window.
    change: levels.map((level, g) => (change + deviations[g]! * (to - from)) * level),
  }));
  const values = new Float64Array(levels.length * periods.length);
  for (const { from, to, change } of segments) {
    const ramp = rampOf(from, to, periods.length);
    cellSlices(values, levels.length).forEach((own, g) =>
      ramp.forEach((share, t) => (own[t]! += change[g]! * share)),
    );
  }
  const change = levels.map((_, g) => segments.reduce((total, segment) => total + segment.change[g]!, 0));
  return { change, segments, values };
}

/** [time] from 0 to 1 between two shares of the window, moved to mean 0. */
function rampOf(from: number, to: number, length: number): Float64Array {
  const ramp = Float64Array.from({ length }, (_, t) =>
    Math.min(1, Math.max(0, (t / (length - 1) - from) / (to - from))),
  );
  const middle = from === 0 && to === 1 ? 0.5 : mean(ramp);
  return ramp.map((share) => share - middle);
}
