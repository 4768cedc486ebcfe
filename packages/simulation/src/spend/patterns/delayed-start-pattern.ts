/** Spend with a delayed start: a channel that is new. */

import { z } from "zod";
import { field } from "../../description/field.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** Nothing before `start`, then a rise over `rampPeriods`, then always on. */
export interface DelayedStartPattern extends AnyPattern {
  readonly kind: "delayed-start";
  /** Share of the window that passes before the first spend. */
  readonly start: number;
  readonly rampPeriods: number;
}

/** 0, then 1 / ramp, 2 / ramp, … 1, 1, …, with scatter. */
export const delayedStartPattern: SpendPatternKind<DelayedStartPattern> = {
  schema: z.strictObject({
    kind: z.literal("delayed-start"),
    start: field.number.min(0).lt(1).default(0.4),
    rampPeriods: field.periodCount.default(6),
    variation: field.variation,
  }),
  simulate: ({ start, rampPeriods, variation }, { calendar, stream }) => {
    const first = Math.floor(start * calendar.periods.length);
    return Float64Array.from(calendar.periods, (_, t) =>
      t < first ? 0 : Math.min(1, (t - first + 1) / rampPeriods) * drawScatter(stream, variation),
    );
  },
};
