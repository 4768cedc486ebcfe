/** Flighted spend: on for some periods, then off. */

import { drawInteger, drawUniform, type RandomStream } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { ShapeContext } from "../spend-context.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** On for some periods, then off: lengths vary by half around `onPeriods` and `offPeriods`. */
export interface FlightsPattern extends AnyPattern {
  readonly kind: "flights";
  readonly onPeriods: number;
  readonly offPeriods: number;
}

/** Around 1 while on, 0 while off; the window opens anywhere in the first cycle. */
export const flightsPattern: SpendPatternKind<FlightsPattern> = {
  schema: z.strictObject({
    kind: z.literal("flights"),
    onPeriods: field.periodCount.default(5),
    offPeriods: field.periodCount.default(8),
    variation: field.variation,
  }),
  simulate: onAndOff,
};

function onAndOff(
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
