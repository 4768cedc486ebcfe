/** The yearly cycle: waves that come back every year. */

import { z } from "zod";
import { daysPerYear } from "../../calendar.js";
import { field } from "../../description/field.js";
import { peakDayOfYear } from "../cycle-wave.js";
import type { CycleKind } from "./cycle-kind.js";

/** One wave of the year. */
export interface HarmonicDescription {
  /** Height of the wave above its middle, as a share. */
  readonly amplitude: number;
  /** A day on which it stands highest, `MM-DD`. */
  readonly peak: string;
}

/** Of a year's harmonics the first has one wave a year, the second two, and so on. */
export interface YearlyCycle {
  readonly kind: "yearly";
  readonly harmonics: readonly HarmonicDescription[];
}

const harmonic = z.strictObject({ amplitude: field.number, peak: field.dayOfYear });

/** Waves of 365.25 days and their parts. */
export const yearlyCycle: CycleKind<YearlyCycle> = {
  schema: z.strictObject({ kind: z.literal("yearly"), harmonics: z.array(harmonic).min(1) }),
  simulate: ({ harmonics }) => ({
    harmonics: harmonics.map(({ amplitude, peak }, k) => ({
      ...{ cycleDays: daysPerYear, waves: k + 1 },
      ...{ amplitude, peakDay: peakDayOfYear(peak) },
    })),
  }),
};
