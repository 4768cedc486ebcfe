/** Event-driven spend: bursts over a low floor. */

import { timesInWindow } from "../calendar.js";
import type { EventsPattern } from "../description/market-description.js";
import { drawBursts } from "../random/draw-bursts.js";
import { drawScatter } from "../random/draw-scatter.js";
import type { ShapeContext } from "./spend-context.js";

/** The floor with its own scatter, and bursts each of a height around 1; where bursts meet, the later one counts. */
export function eventsShape(
  { perYear, lengthPeriods, floor, variation }: EventsPattern,
  { calendar, stream }: ShapeContext,
): Float64Array {
  const length = calendar.periods.length;
  const starts = drawBursts(stream.split("starts"), length, timesInWindow(calendar, perYear));
  const shape = new Float64Array(length).map(() => floor * drawScatter(stream, variation));
  for (const start of starts) shape.fill(drawScatter(stream, variation), start, start + lengthPeriods);
  return shape;
}
