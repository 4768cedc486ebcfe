/** Waves of the year, told by the day on which they stand highest. */

import { dayNumber } from "@mmm/data";
import { cos } from "@mmm/numerics";
import { type Calendar, daysPerYear } from "../calendar.js";

/**
 * cos(2π · wavesPerYear · (day − peak) / 365.25) at the first day of each period.
 *
 * @param calendar      the periods
 * @param peak          `MM-DD`
 * @param wavesPerYear  a whole number
 */
export function yearlyWave({ firstDays }: Calendar, peak: string, wavesPerYear: number): Float64Array {
  const peakDay = peakDayOfYear(peak);
  return Float64Array.from(firstDays, (day) => {
    const turns = (wavesPerYear * (day - peakDay)) / daysPerYear;
    return cos(2 * Math.PI * (turns - Math.floor(turns)));
  });
}

/** Days from 1 January to a day of the year, `MM-DD`. 1970-01-01 is day 0 and starts a year, so every fourth year is in step. */
export function peakDayOfYear(peak: string): number {
  return dayNumber(`1970-${peak}`);
}
