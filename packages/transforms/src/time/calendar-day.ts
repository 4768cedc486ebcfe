/** Where a day stands in its year, month and week, by integer arithmetic alone. */

/** A day of the (proleptic) Gregorian calendar, as cycles see it. */
export interface CalendarDay {
  /** From 1 (1 January) to 365 or 366. */
  readonly dayOfYear: number;
  /** 365 or 366. */
  readonly daysInYear: number;
  /** From 1 to 31. */
  readonly dayOfMonth: number;
  /** From 28 to 31. */
  readonly daysInMonth: number;
  /** From 1 (Monday) to 7. */
  readonly dayOfWeek: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days from 1970-01-01 to 1 January of a year. */
function firstDayOf(year: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leapDays - 477;
}

/**
 * Where a day stands in its year, month and week.
 *
 * PyMC-Marketing's yearly seasonality takes the day of the year in turns of 365.25 days.
 *
 * @param dayNumber  a whole number of days since 1970-01-01
 * @returns          the day as cycles see it
 * @throws {RangeError} when the number is not whole
 * @example
 * calendarDay(59); // => { dayOfYear: 60, daysInYear: 365, dayOfMonth: 1, daysInMonth: 31, dayOfWeek: 7 }
 */
export function calendarDay(dayNumber: number): CalendarDay {
  if (!Number.isInteger(dayNumber)) {
    throw new RangeError(
      `calendarDay: dayNumber must be whole, got ${dayNumber}. Give days since 1970-01-01.`,
    );
  }
  let year = 1970 + Math.floor(dayNumber / 365.2425);
  // The mean length of a year hits the year or its neighbour.
  if (firstDayOf(year) > dayNumber) year--;
  if (firstDayOf(year + 1) <= dayNumber) year++;
  const daysInYear = firstDayOf(year + 1) - firstDayOf(year);
  const dayOfYear = dayNumber - firstDayOf(year) + 1;
  let dayOfMonth = dayOfYear;
  for (const [month, length] of monthLengths.entries()) {
    const daysInMonth = month === 1 && daysInYear === 366 ? 29 : length;
    if (dayOfMonth <= daysInMonth) {
      // 1970-01-01 was a Thursday.
      const dayOfWeek = ((((dayNumber + 3) % 7) + 7) % 7) + 1;
      return { dayOfYear, daysInYear, dayOfMonth, daysInMonth, dayOfWeek };
    }
    dayOfMonth -= daysInMonth;
  }
  throw new Error(`calendarDay: believed that ${dayNumber} lies in a month`);
}
