/** A cycle of any length: months of equal length, quarters, two years. */

import { z } from "zod";
import { field } from "../../description/field.js";
import type { CycleKind } from "./cycle-kind.js";

/** A cycle of some days; of its harmonics the first has one wave in it, the second two, and so on. */
export interface OtherCycle {
  readonly kind: "cycle";
  readonly cycleDays: number;
  readonly harmonics: readonly {
    /** Height of the wave above its middle, as a share. */
    readonly amplitude: number;
    /** A day on which it stands highest, counted from 1970-01-01. */
    readonly peakDay: number;
  }[];
}

const harmonic = z.strictObject({ amplitude: field.number, peakDay: field.number.default(0) });

/** Waves of the cycle's length and their parts. */
export const otherCycle: CycleKind<OtherCycle> = {
  schema: z.strictObject({
    kind: z.literal("cycle"),
    // A wave of fewer than two days is none that daily data show.
    cycleDays: field.number.min(2),
    harmonics: z.array(harmonic).min(1),
  }),
  simulate: ({ cycleDays, harmonics }) => ({
    harmonics: harmonics.map(({ amplitude, peakDay }, k) => ({
      ...{ cycleDays, waves: k + 1, amplitude, peakDay },
    })),
  }),
};
