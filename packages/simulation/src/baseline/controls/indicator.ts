/** Indicators: 1 while something lasts, 0 otherwise. */

import { dayNumber } from "@mmm/data";
import type { Calendar } from "../../calendar.js";

/** [time] 1 from each start for a number of periods; starts may lie outside the window. */
export function indicator(
  { periods }: Calendar,
  lengthPeriods: number,
  starts: readonly number[],
): Float64Array {
  const values = new Float64Array(periods.length);
  for (const start of starts) values.fill(1, Math.max(0, start), Math.max(0, start + lengthPeriods));
  return values;
}

/** The period in which something starts that ends with the period that holds a day, an ISO date. */
export function indicatorStart(
  { firstDays, periodDays }: Calendar,
  date: string,
  lengthPeriods: number,
): number {
  return Math.floor((dayNumber(date) - firstDays[0]!) / periodDays) - lengthPeriods + 1;
}
