/** Flighted spend: on for some periods, then off. */

import { drawInteger, drawUniform, type RandomStream } from "@mmm/numerics";
import type { FlightsPattern } from "../description/market-description.js";
import { drawScatter } from "../random/draw-scatter.js";
import type { ShapeContext } from "./spend-context.js";

/** Around 1 while on, 0 while off; the window opens anywhere in the first cycle. */
export function flightsShape(
  { onPeriods, offPeriods, variation }: FlightsPattern,
  { calendar, stream }: ShapeContext,
): Float64Array {
  const length = calendar.periods.length;
  const shape = new Float64Array(length);
  let start = -drawInteger(stream, onPeriods + offPeriods);
  while (start < length) {
    const pause = start + drawLength(stream, onPeriods);
    for (let t = Math.max(0, start); t < Math.min(pause, length); t++) {
      shape[t] = drawScatter(stream, variation);
    }
    start = pause + drawLength(stream, offPeriods);
  }
  return shape;
}

/** Around `usual` by half of it: equal lengths would make a season of the flights. */
function drawLength(stream: RandomStream, usual: number): number {
  return Math.max(1, Math.round(usual * (0.5 + drawUniform(stream))));
}
