/** The days of the week, for daily data. */

import { z } from "zod";
import { field } from "../../description/field.js";
import type { CycleKind } from "./cycle-kind.js";

/** How the days of the week differ. */
export interface WeekdayCycle {
  readonly kind: "weekday";
  /** Shares by which each day stands above or below the others, Monday first; what counts is their distance from their mean. */
  readonly effects: readonly number[];
}

/** Deviations from the mean of the week, which they leave. */
export const weekdayCycle: CycleKind<WeekdayCycle> = {
  schema: z.strictObject({
    kind: z.literal("weekday"),
    effects: z
      .array(field.number)
      .refine((effects) => effects.length === 7, {
        message: "must hold seven numbers, Monday first",
        params: { advice: "Give one for each day of the week." },
      })
      // Shops that are closed on few Sundays: weak starts, strong Saturdays.
      .default([-0.05, -0.05, -0.02, 0, 0.05, 0.12, -0.05]),
  }),
  simulate: ({ effects }) => {
    const middle = effects.reduce((total, effect) => total + effect, 0) / effects.length;
    return { harmonics: [], weekdays: effects.map((effect) => effect - middle) };
  },
};
