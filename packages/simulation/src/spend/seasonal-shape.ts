/** Seasonal spend: one wave a year. */

import { yearlyWave } from "../baseline/yearly-wave.js";
import type { SeasonalPattern } from "../description/market-description.js";
import { drawScatter } from "../random/draw-scatter.js";
import type { ShapeContext } from "./spend-context.js";

/** A cosine around 1 with scatter. */
export function seasonalShape(
  { amplitude, peak, variation }: SeasonalPattern,
  { calendar, stream }: ShapeContext,
): Float64Array {
  return yearlyWave(calendar, peak, 1).map((wave) => (1 + amplitude * wave) * drawScatter(stream, variation));
}
