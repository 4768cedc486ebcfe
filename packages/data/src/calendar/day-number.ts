/** Days counted from 1970-01-01 and ISO dates, by integer arithmetic: no clock and no time zone is involved. */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The number of days from 1970-01-01 to a date of the (proleptic) Gregorian calendar.
 *
 * @param isoDate  `YYYY-MM-DD`
 * @returns        a whole number of days, negative before 1970
 * @throws  {Error} when the text is not such a date or the day does not exist
 * @example
 * dayNumber("1970-01-01"); // => 0
 * dayNumber("2024-03-01") - dayNumber("2024-02-01"); // => 29
 */
export function dayNumber(isoDate: string): number {
  const match = ISO_DATE.exec(isoDate);
  const day = match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) throw new Error(`dayNumber: needs a date YYYY-MM-DD, got "${isoDate}".`);
  return day;
}

/**
 * The ISO date of a number of days from 1970-01-01; the inverse of `dayNumber`.
 *
 * @param day  a whole number of days between 0000-01-01 and 9999-12-31
 * @returns    `YYYY-MM-DD`
 * @example
 * isoDate(dayNumber("2024-02-28") + 1); // => "2024-02-29"
 */
export function isoDate(day: number): string {
  const { year, month, dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** Days from 1970-01-01 of a year, month (1–12) and day of month, or nothing when there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): number | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  // Years are taken from March, so that the leap day comes last; 400 years ("era") have 146,097 days.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of month of a number of days from 1970-01-01. */
export function civilDate(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
