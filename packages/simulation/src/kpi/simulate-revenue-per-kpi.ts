/** Revenue per KPI: the money that one unit brings, where the KPI counts units. */

import type { Series } from "@mmm/data";
import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import { drawScatter } from "../random/draw-scatter.js";
import { roundToDigits } from "../round-to-digits.js";

/** What a unit brings: a constant, a line, with scatter. */
export interface RevenuePerKpiDescription {
  readonly name: string;
  /** Money, in an average period. */
  readonly mean: number;
  /** Share that it gains from the first period to the last, in (−2, 2). */
  readonly change: number;
  /** Log-scale scatter from period to period, the same in all cells. */
  readonly variation: number;
}

/** [cell × time] the same in all cells. */
export function simulateRevenuePerKpi(
  { name, mean, change, variation }: RevenuePerKpiDescription,
  { periods }: Calendar,
  cells: number,
  stream: RandomStream,
): Series {
  const last = periods.length - 1;
  const shared = Float64Array.from(periods, (_, t) => {
    const chance = variation === 0 ? 1 : drawScatter(stream, variation);
    return roundToDigits(mean * (1 + change * (t / last - 0.5)) * chance);
  });
  const values = new Float64Array(cells * periods.length);
  for (let g = 0; g < cells; g++) values.set(shared, g * periods.length);
  return { name, values };
}
