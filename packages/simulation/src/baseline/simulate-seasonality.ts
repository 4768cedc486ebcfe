/** Seasonality: what comes back every year, every week, or in any other cycle. */

import { cos, type RandomStream, sin } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import { simulateKind } from "../description/kind.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";
import { cycleWave } from "./cycle-wave.js";
import type { Harmonic } from "./cycles/cycle-kind.js";
import { cycleKinds, type SeasonalityDescription } from "./cycles/cycle-kinds.js";

/** One wave, in KPI units, by height and peak and as the two coefficients that a regression finds. */
export interface HarmonicTruth {
  /** 365.25 for a year. */
  readonly cycleDays: number;
  /** In each cycle. */
  readonly waves: number;
  /** [cell] */
  readonly amplitude: Float64Array;
  /** A day on which it stands highest, counted from 1970-01-01. */
  readonly peakDay: number;
  /** [cell] coefficient of sin(2π · waves · day / cycleDays), day counted from 1970-01-01. */
  readonly sine: Float64Array;
  /** [cell] coefficient of the cosine. */
  readonly cosine: Float64Array;
}

/** All waves and weekdays, and their sum. */
export interface SeasonalityTruth {
  readonly harmonics: readonly HarmonicTruth[];
  /** [cell × day of the week] KPI above the mean of a week, Monday first; zeros where days do not differ. */
  readonly weekdays: Float64Array;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** Simulates the cycles; `levels` is the KPI of each cell that amplitudes are shares of. */
export function simulateSeasonality(
  cycles: readonly SeasonalityDescription[],
  calendar: Calendar,
  levels: Float64Array,
  panel: Panel,
  stream: RandomStream,
): SeasonalityTruth {
  const factors = drawCellFactors(panel, "seasonality", stream);
  const parts = cycles.map((cycle) => simulateKind(cycleKinds, cycle, null));
  const harmonics = parts.flatMap((part) =>
    part.harmonics.map((harmonic) => inKpiUnits(harmonic, levels, factors)),
  );
  const weekdays = new Float64Array(7 * levels.length);
  for (const { weekdays: shares = [] } of parts) {
    cellSlices(weekdays, levels.length).forEach((own, g) =>
      shares.forEach((share, day) => (own[day]! += share * levels[g]! * factors[g]!)),
    );
  }
  return { harmonics, weekdays, values: sumOf(harmonics, weekdays, calendar, levels.length) };
}

/** A cos(x − p) = A sin p · sin x + A cos p · cos x. */
function inKpiUnits(harmonic: Harmonic, levels: Float64Array, factors: Float64Array): HarmonicTruth {
  const { cycleDays, waves, peakDay } = harmonic;
  const angle = (2 * Math.PI * waves * peakDay) / cycleDays;
  const [sine, cosine] = [sin(angle), cos(angle)];
  const amplitude = levels.map((level, g) => harmonic.amplitude * level * factors[g]!);
  return {
    ...{ cycleDays, waves, amplitude, peakDay },
    sine: amplitude.map((height) => height * sine),
    cosine: amplitude.map((height) => height * cosine),
  };
}

function sumOf(
  harmonics: readonly HarmonicTruth[],
  weekdays: Float64Array,
  calendar: Calendar,
  cellCount: number,
): Float64Array {
  const values = new Float64Array(cellCount * calendar.firstDays.length);
  const cells = cellSlices(values, cellCount);
  for (const { cycleDays, waves, amplitude, peakDay } of harmonics) {
    const wave = cycleWave(calendar, cycleDays, peakDay, waves);
    cells.forEach((own, g) => wave.forEach((height, t) => (own[t]! += amplitude[g]! * height)));
  }
  cells.forEach((own, g) =>
    calendar.firstDays.forEach((day, t) => (own[t]! += weekdays[7 * g + weekdayOf(day)]!)),
  );
  return values;
}

/** 0 for Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
