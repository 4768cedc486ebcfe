/** Spend with a trend: a channel that grows or is given up. */

import { z } from "zod";
import { field } from "../../description/field.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** Always on, along a line: `change` is the share of the mean that it gains from the first period to the last. */
export interface TrendPattern extends AnyPattern {
  readonly kind: "trend";
  /** In (−2, 2); at its ends spend would start or end at 0. */
  readonly change: number;
}

/** 1 − ½ change … 1 + ½ change, with scatter. */
export const trendPattern: SpendPatternKind<TrendPattern> = {
  schema: z.strictObject({
    kind: z.literal("trend"),
    change: field.number.gt(-2).lt(2).default(0.8),
    variation: field.variation,
  }),
  simulate: ({ change, variation }, { calendar, stream }) => {
    const last = calendar.periods.length - 1;
    return Float64Array.from(
      calendar.periods,
      (_, t) => (1 + change * (t / last - 0.5)) * drawScatter(stream, variation),
    );
  },
};
