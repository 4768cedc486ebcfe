/** A piecewise trend: a line that bends where something changed. */

import { z } from "zod";
import { field } from "../../description/field.js";
import type { TrendKind } from "./trend-kind.js";

/** Lines between change points. */
export interface PiecewiseTrend {
  readonly kind: "piecewise";
  /** Where the line bends: shares of the window that have passed, rising, in (0, 1). */
  readonly breaks: readonly number[];
  /** Share that the baseline gains in each stretch; one more than breaks. */
  readonly changes: readonly number[];
}

const breaks = z
  .array(field.number.gt(0).lt(1))
  .min(1)
  .refine((places) => places.every((place, k) => k === 0 || place > places[k - 1]!), {
    message: "must be rising shares of the window",
    params: { advice: "Write them from the first to the last." },
  });

const pieces = z.strictObject({
  kind: z.literal("piecewise"),
  breaks: breaks.default([0.35, 0.7]),
  changes: z.array(field.number).min(2).default([0.1, -0.05, 0.05]),
});

/** A segment between each break and the next. */
export const piecewiseTrend: TrendKind<PiecewiseTrend> = {
  schema: pieces.refine(({ breaks: places, changes }) => changes.length === places.length + 1, {
    path: ["changes"],
    message: "must hold one number more than breaks",
    params: { advice: "Give a change for each stretch between two breaks, and for the first and the last." },
  }),
  simulate: ({ breaks: places, changes }) =>
    changes.map((change, k) => ({ from: places[k - 1] ?? 0, to: places[k] ?? 1, change })),
};
