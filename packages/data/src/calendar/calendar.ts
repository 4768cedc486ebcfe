/** The regular periods that some days belong to: all of them from the first to the last, missing ones included. */
import {
  monthAnchor,
  nextPeriod,
  periodLengthOf,
  previousPeriod,
  type PeriodLength,
} from "./period-length.js";

/** The first days of periods, ascending; `length` is unknown where they are neither days, weeks nor months. */
export interface Calendar {
  readonly days: readonly number[];
  readonly length: PeriodLength | undefined;
  /** The day of the month that monthly periods keep. */
  readonly anchor: number;
}

/** A calendar is filled up to this many periods for each that is there; beyond, a slipped year is more likely than a gap. */
const MOST_FILLED = 10;

/** The calendar of ascending days. Where a day lies between regular periods, nothing is filled and the days stand as they are. */
export function calendarOf(days: readonly number[]): Calendar {
  const length = periodLengthOf(days);
  const anchor = monthAnchor(days, length);
  if (length === undefined) return { days, length, anchor };
  const filled: number[] = [];
  const last = days.at(-1)!;
  for (let day = days[0]!; day <= last && filled.length <= MOST_FILLED * days.length;) {
    filled.push(day);
    day = nextPeriod(day, length, anchor);
  }
  const known = new Set(filled);
  return { days: days.every((day) => known.has(day)) ? filled : days, length, anchor };
}

/** The calendar with periods put before it until one holds `day`. */
export function startEarlier(calendar: Calendar, day: number): Calendar {
  const { days, length, anchor } = calendar;
  if (length === undefined) return calendar;
  const earlier: number[] = [];
  for (let first = days[0]!; first > day;) {
    first = previousPeriod(first, length, anchor);
    earlier.push(first);
  }
  return { days: [...earlier.reverse(), ...days], length, anchor };
}

/** The index of the period that holds a day, or -1 where none does. */
export function periodOf({ days, length, anchor }: Calendar, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  const found = low - 1;
  if (found === -1 || days[found] === day) return found;
  return length !== undefined && day < nextPeriod(days[found]!, length, anchor) ? found : -1;
}
