/** Trend: the slow change of the baseline. */

import type { RandomStream } from "@mmm/numerics";
import type { TrendDescription } from "../description/market-description.js";
import { drawCellScatter } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";

/** The trend as it was, in KPI units. */
export interface TrendTruth {
  /** [cell] KPI gained from the first period to the last. */
  readonly change: Float64Array;
  /** [cell × time] from −½ change to ½ change. */
  readonly values: Float64Array;
}

/** Simulates the trend; `levels` is the KPI of each cell that `change` is a share of. */
export function simulateTrend(
  trend: TrendDescription,
  length: number,
  levels: Float64Array,
  panel: Panel,
  stream: RandomStream,
): TrendTruth {
  const described = trend.kind === "linear" ? trend.change : 0;
  const deviations = drawCellScatter(panel, "trend", stream);
  const change = deviations.map((deviation, g) => (described + deviation) * levels[g]!);
  const values = new Float64Array(levels.length * length);
  change.forEach((gain, g) => {
    for (let t = 0; t < length; t++) values[g * length + t] = gain * (t / (length - 1) - 0.5);
  });
  return { change, values };
}
