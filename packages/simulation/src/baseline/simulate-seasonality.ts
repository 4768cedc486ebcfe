/** Seasonality: waves that come back every year. */

import { cos, sin } from "@mmm/numerics";
import { type Calendar, daysPerYear } from "../calendar.js";
import type { SeasonalityDescription } from "../description/market-description.js";
import { peakDayOfYear, yearlyWave } from "./yearly-wave.js";

/** One wave of the year, in KPI units, by height and peak and as the two coefficients that a regression finds. */
export interface HarmonicTruth {
  readonly wavesPerYear: number;
  readonly amplitude: number;
  /** `MM-DD`. */
  readonly peak: string;
  /** Coefficient of sin(2π · wavesPerYear · day / 365.25), day counted from 1970-01-01. */
  readonly sine: number;
  /** Coefficient of the cosine. */
  readonly cosine: number;
}

/** All waves, and their sum. */
export interface SeasonalityTruth {
  readonly harmonics: readonly HarmonicTruth[];
  /** [cell × time] */
  readonly values: Float64Array;
}

/** Simulates the cycles; `level` is the KPI that amplitudes are shares of. */
export function simulateSeasonality(
  cycles: readonly SeasonalityDescription[],
  calendar: Calendar,
  level: number,
): SeasonalityTruth {
  const harmonics = cycles.flatMap((cycle) =>
    cycle.harmonics.map(({ amplitude, peak }, k) => makeHarmonic(amplitude * level, peak, k + 1)),
  );
  const values = new Float64Array(calendar.periods.length);
  for (const { amplitude, peak, wavesPerYear } of harmonics) {
    yearlyWave(calendar, peak, wavesPerYear).forEach((wave, t) => (values[t]! += amplitude * wave));
  }
  return { harmonics, values };
}

/** A cos(x − p) = A sin p · sin x + A cos p · cos x. */
function makeHarmonic(amplitude: number, peak: string, wavesPerYear: number): HarmonicTruth {
  const angle = (2 * Math.PI * wavesPerYear * peakDayOfYear(peak)) / daysPerYear;
  return { wavesPerYear, amplitude, peak, sine: amplitude * sin(angle), cosine: amplitude * cos(angle) };
}
