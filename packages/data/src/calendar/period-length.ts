/** The length of periods: found from their dates, and the step from one period to the next. */
import { civilDate, dayOf, daysInMonth } from "./day-number.js";

/** Days in a period, or `"month"` where months follow one another. */
export type PeriodLength = 1 | 7 | "month";

/** The length that most gaps between ascending days have; `undefined` when most are neither days, weeks nor months. */
export function periodLengthOf(days: readonly number[]): PeriodLength | undefined {
  const counts = new Map<PeriodLength | undefined, number>();
  for (let i = 1; i < days.length; i++) {
    const length = lengthOfGap(days[i]! - days[i - 1]!);
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  let common: PeriodLength | undefined;
  let most = 0;
  for (const length of [1, 7, "month", undefined] as const) {
    const count = counts.get(length) ?? 0;
    if (count > most) {
      common = length;
      most = count;
    }
  }
  return common;
}

function lengthOfGap(gap: number): PeriodLength | undefined {
  if (gap === 1 || gap === 7) return gap;
  return gap >= 28 && gap <= 31 ? "month" : undefined;
}

/**
 * The day on which the period after `day` starts. Months keep the day of the month `anchor`, or end with the month where it
 * is shorter, so that first days and last days of months are both regular.
 */
export function nextPeriod(day: number, length: PeriodLength, anchor: number): number {
  if (length !== "month") return day + length;
  const { year, month } = civilDate(day);
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayOf(nextYear, nextMonth, Math.min(anchor, daysInMonth(nextYear, nextMonth)))!;
}

/** The day on which the period before `day` starts; the inverse of `nextPeriod`. */
export function previousPeriod(day: number, length: PeriodLength, anchor: number): number {
  if (length !== "month") return day - length;
  const { year, month } = civilDate(day);
  const [lastYear, lastMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return dayOf(lastYear, lastMonth, Math.min(anchor, daysInMonth(lastYear, lastMonth)))!;
}

/** The day of the month that monthly periods keep: the one that the fewest of them miss; 1 for days and weeks, which keep none. */
export function monthAnchor(days: readonly number[], length: PeriodLength | undefined): number {
  if (length !== "month") return 1;
  const dates = days.map(civilDate);
  let anchor = 1;
  let fewest = Infinity;
  for (let candidate = 1; candidate <= 31; candidate++) {
    const missed = dates.filter(
      ({ year, month, dayOfMonth }) => dayOfMonth !== Math.min(candidate, daysInMonth(year, month)),
    ).length;
    if (missed >= fewest) continue;
    anchor = candidate;
    fewest = missed;
  }
  return anchor;
}

/** The noun of a period length, for messages: `"week"`. */
export function periodNoun(length: PeriodLength): string {
  return length === "month" ? "month" : length === 7 ? "week" : "day";
}
