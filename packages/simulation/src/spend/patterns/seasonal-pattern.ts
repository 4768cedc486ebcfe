/** Seasonal spend: one wave a year. */

import { z } from "zod";
import { peakDayOfYear, cycleWave } from "../../baseline/cycle-wave.js";
import { daysPerYear } from "../../calendar.js";
import { field } from "../../description/field.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** One wave a year: `amplitude` is a share of the mean, `peak` the day of most spend, `MM-DD`. */
export interface SeasonalPattern extends AnyPattern {
  readonly kind: "seasonal";
  readonly amplitude: number;
  readonly peak: string;
}

/** A cosine around 1 with scatter. */
export const seasonalPattern: SpendPatternKind<SeasonalPattern> = {
  schema: z.strictObject({
    kind: z.literal("seasonal"),
    amplitude: field.share.default(0.6),
    peak: field.dayOfYear.default("12-10"),
    variation: field.variation,
  }),
  simulate: ({ amplitude, peak, variation }, { calendar, stream }) =>
    cycleWave(calendar, daysPerYear, peakDayOfYear(peak), 1).map(
      (wave) => (1 + amplitude * wave) * drawScatter(stream, variation),
    ),
};
