/** Calendar seasonality: smooth cycles of the year, the month and the week, whose lengths the calendar decides. */

import { calendarDay, type CalendarDay } from "./calendar-day.js";
import { fourierSeasonality } from "./fourier-seasonality.js";
import type { TimeColumns } from "./time-columns.js";

/** Which cycle of the calendar, at which days. */
export interface CalendarRequest {
  /** [time]  whole days since 1970-01-01. */
  readonly dayNumbers: Float64Array;
  readonly cycle: "year" | "month" | "week";
  /** Number of sine and cosine pairs, a whole number ≥ 1. */
  readonly harmonics: number;
}

/** How much of its cycle has passed before a day. */
const passed: Readonly<Record<CalendarRequest["cycle"], (day: CalendarDay) => number>> = {
  year: ({ dayOfYear, daysInYear }) => (dayOfYear - 1) / daysInYear,
  month: ({ dayOfMonth, daysInMonth }) => (dayOfMonth - 1) / daysInMonth,
  week: ({ dayOfWeek }) => (dayOfWeek - 1) / 7,
};

/**
 * The features of a smooth cycle that begins anew with every year, month or week:
 *
 *     sin(2π k u), cos(2π k u),   u = share of the cycle that has passed,   k = 1 … harmonics
 *
 * Months and years of different lengths count as one turn each, so that the last day of a month is the last of its
 * cycle in February too. For a cycle of fixed length take `fourierSeasonality`.
 *
 * @param request  `dayNumbers` [time], `cycle`, `harmonics`
 * @returns        names `"month sin 1"`, `"month cos 1"` … and values [feature × time]
 * @throws {RangeError} when a day is not whole or the number of harmonics is not a whole number ≥ 1
 * @source taylor2018
 * @example
 * const firstOfFebruary = Float64Array.of(31);
 * const month = calendarSeasonality({ dayNumbers: firstOfFebruary, cycle: "month", harmonics: 1 });
 * month.names; // => ["month sin 1", "month cos 1"]
 * month.values; // => [0, 1]
 */
export function calendarSeasonality({ dayNumbers, cycle, harmonics }: CalendarRequest): TimeColumns {
  const turns = dayNumbers.map((day) => passed[cycle](calendarDay(day)));
  const { names, values } = fourierSeasonality({ dayNumbers: turns, periodDays: 1, harmonics });
  return { names: names.map((name) => `${cycle} ${name}`), values };
}
