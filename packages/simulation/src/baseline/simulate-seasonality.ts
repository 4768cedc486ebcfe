/** Seasonality: waves that come back every year. */

import { cos, type RandomStream, sin } from "@mmm/numerics";
import { type Calendar, daysPerYear } from "../calendar.js";
import type { SeasonalityDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";
import { peakDayOfYear, yearlyWave } from "./yearly-wave.js";

/** One wave of the year, in KPI units, by height and peak and as the two coefficients that a regression finds. */
export interface HarmonicTruth {
  readonly wavesPerYear: number;
  /** [cell] */
  readonly amplitude: Float64Array;
  /** `MM-DD`. */
  readonly peak: string;
  /** [cell] coefficient of sin(2π · wavesPerYear · day / 365.25), day counted from 1970-01-01. */
  readonly sine: Float64Array;
  /** [cell] coefficient of the cosine. */
  readonly cosine: Float64Array;
}

/** All waves, and their sum. */
export interface SeasonalityTruth {
  readonly harmonics: readonly HarmonicTruth[];
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
  const harmonics = cycles.flatMap((cycle) =>
    cycle.harmonics.map(({ amplitude, peak }, k) =>
      makeHarmonic(
        levels.map((level, g) => amplitude * level * factors[g]!),
        peak,
        k + 1,
      ),
    ),
  );
  const values = new Float64Array(levels.length * calendar.periods.length);
  for (const { amplitude, peak, wavesPerYear } of harmonics) {
    const wave = yearlyWave(calendar, peak, wavesPerYear);
    cellSlices(values, levels.length).forEach((own, g) =>
      wave.forEach((height, t) => (own[t]! += amplitude[g]! * height)),
    );
  }
  return { harmonics, values };
}

/** A cos(x − p) = A sin p · sin x + A cos p · cos x. */
function makeHarmonic(amplitude: Float64Array, peak: string, wavesPerYear: number): HarmonicTruth {
  const angle = (2 * Math.PI * wavesPerYear * peakDayOfYear(peak)) / daysPerYear;
  const [sine, cosine] = [sin(angle), cos(angle)];
  return {
    ...{ wavesPerYear, amplitude, peak },
    sine: amplitude.map((height) => height * sine),
    cosine: amplitude.map((height) => height * cosine),
  };
}
