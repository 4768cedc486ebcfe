/** Waves of a cycle, told by the day on which they stand highest. */

import { dayNumber } from "@mmm/data";
import { cos } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";

/**
 * cos(2π · waves · (day − peakDay) / cycleDays) at the first day of each period.
 *
 * @param calendar   the periods
 * @param cycleDays  length of the cycle
 * @param peakDay    a day on which it stands highest, counted from 1970-01-01
 * @param waves      in each cycle, a whole number
 */
export function cycleWave(
  { firstDays }: Calendar,
  cycleDays: number,
  peakDay: number,
  waves: number,
): Float64Array {
  return Float64Array.from(firstDays, (day) => {
    const turns = (waves * (day - peakDay)) / cycleDays;
    return cos(2 * Math.PI * (turns - Math.floor(turns)));
  });
}

/** Days from 1 January to a day of the year, `MM-DD`. 1970-01-01 is day 0 and starts a year, so every fourth year is in step. */
export function peakDayOfYear(peak: string): number {
  return dayNumber(`1970-${peak}`);
}
