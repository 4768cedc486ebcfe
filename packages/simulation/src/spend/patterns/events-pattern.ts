/** Event-driven spend: bursts over a low floor. */

import { z } from "zod";
import { timesInWindow } from "../../calendar.js";
import { field } from "../../description/field.js";
import { drawBursts } from "../../random/draw-bursts.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { ShapeContext } from "../spend-context.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** Bursts at irregular times over a low floor; bursts differ in height by `variation`. */
export interface EventsPattern extends AnyPattern {
  readonly kind: "events";
  readonly perYear: number;
  readonly lengthPeriods: number;
  /** Spend between bursts, as a share of a burst's. */
  readonly floor: number;
}

/** The floor with its own scatter, and bursts each of a height around 1; where bursts meet, the later one counts. */
export const eventsPattern: SpendPatternKind<EventsPattern> = {
  schema: z.strictObject({
    kind: z.literal("events"),
    perYear: field.positive.default(6),
    lengthPeriods: field.periodCount.default(2),
    floor: field.share.default(0.1),
    variation: field.variation,
  }),
  simulate: burstsOverFloor,
};

function burstsOverFloor(
  { perYear, lengthPeriods, floor, variation }: EventsPattern,
  { calendar, stream }: ShapeContext,
): Float64Array {
  const length = calendar.periods.length;
  const starts = drawBursts(stream.split("starts"), length, timesInWindow(calendar, perYear));
  const shape = new Float64Array(length).map(() => floor * drawScatter(stream, variation));
  for (const start of starts) shape.fill(drawScatter(stream, variation), start, start + lengthPeriods);
  return shape;
}
