/** The calendar of a simulated market: which days its periods hold. */

import { dayNumber, isoDate } from "@mmm/data";

/** Periods by number. */
export interface Calendar {
  readonly periodDays: number;
  /** [time] first day of each period, counted from 1970-01-01. */
  readonly firstDays: readonly number[];
  /** [time] the same as ISO dates. */
  readonly periods: readonly string[];
}

/** Mean length of a year. */
export const daysPerYear = 365.25;

/** When a market is watched. */
interface Window {
  /** First day of the first period, an ISO date. */
  readonly start: string;
  readonly periods: number;
  readonly periodDays: number;
}

/** The calendar of a description. */
export function makeCalendar({ start, periods, periodDays }: Window): Calendar {
  const firstDay = dayNumber(start);
  const firstDays = Array.from({ length: periods }, (_, t) => firstDay + periodDays * t);
  return { periodDays, firstDays, periods: firstDays.map(isoDate) };
}

/** How often something happens in the window that happens `perYear` times a year: a whole number, at least once. */
export function timesInWindow({ firstDays, periodDays }: Calendar, perYear: number): number {
  return Math.max(1, Math.round((perYear * firstDays.length * periodDays) / daysPerYear));
}
