/** Holiday indicators: which periods hold a holiday, and which come shortly before and after. */

import { checkWholeNumber } from "./check-whole-number.js";
import { type TimeColumns, timeColumns } from "./time-columns.js";

/** A holiday that comes again: Easter, Black Friday. */
export interface Holiday {
  readonly name: string;
  /** Its days since 1970-01-01, one or more for every time that it came; one outside the window may count as before or after. */
  readonly dayNumbers: readonly number[];
}

/** Which holidays, in which periods. */
export interface HolidayRequest {
  /** [time]  first day of every period since 1970-01-01, rising. */
  readonly dayNumbers: Float64Array;
  readonly holidays: readonly Holiday[];
  /** Number of periods before a holiday that have a column of their own; 0 when left out. */
  readonly lead?: number;
  /** Number of periods after a holiday that have a column of their own; 0 when left out. */
  readonly lag?: number;
}

/**
 * A column of zeros and ones for each holiday and each distance from it: 1 where the period that far away holds one of the
 * holiday's days. People buy before Christmas and stay away after it; each distance has its own coefficient.
 *
 * The last period is taken to be as long as the one before it.
 *
 * @param request  `dayNumbers` [time], `holidays`, `lead` (0), `lag` (0)
 * @returns        names `"easter −1"`, `"easter"`, `"easter +1"` … and values [holiday and distance × time]
 * @throws {RangeError} when days do not rise or lead and lag are not whole numbers ≥ 0
 * @source taylor2018
 * @example
 * const weeks = Float64Array.of(0, 7, 14, 21);
 * const columns = holidayIndicators({ dayNumbers: weeks, holidays: [{ name: "easter", dayNumbers: [16] }], lead: 1 });
 * columns.names; // => ["easter −1", "easter"]
 * columns.values; // => [0, 1, 0, 0, 0, 0, 1, 0]
 */
export function holidayIndicators({ dayNumbers, holidays, lead = 0, lag = 0 }: HolidayRequest): TimeColumns {
  checkWholeNumber("holidayIndicators: lead", lead, 0, "Give the number of periods before a holiday.");
  checkWholeNumber("holidayIndicators: lag", lag, 0, "Give the number of periods after a holiday.");
  const periods = dayNumbers.length;
  const wrong = dayNumbers.findIndex(
    (day, t) => !(Number.isFinite(day) && (t === 0 || day > dayNumbers[t - 1]!)),
  );
  if (wrong >= 0) {
    throw new RangeError(
      `holidayIndicators: dayNumbers must rise, got ${dayNumbers[wrong]} in period ${wrong + 1}. ` +
        "Give the first day of every period, in order.",
    );
  }
  const offsets = Array.from({ length: lead + 1 + lag }, (_, i) => i - lead);
  const columns = holidays.flatMap((holiday) => {
    const held = periodsOf(holiday, dayNumbers);
    return offsets.map((offset) => ({ name: columnName(holiday.name, offset), held, offset }));
  });
  return timeColumns(
    columns.map(({ name }) => name),
    periods,
    (column, t) => (columns[column]!.held.has(t - columns[column]!.offset) ? 1 : 0),
  );
}

function columnName(holiday: string, offset: number): string {
  if (offset === 0) return holiday;
  return offset < 0 ? `${holiday} −${-offset}` : `${holiday} +${offset}`;
}

/** The periods that hold a day of the holiday; one past each end of the window is told too, for lead and lag. */
function periodsOf({ dayNumbers: days }: Holiday, starts: Float64Array): ReadonlySet<number> {
  const periods = starts.length;
  const length = periods > 1 ? starts[periods - 1]! - starts[periods - 2]! : 1;
  const firstLength = periods > 1 ? starts[1]! - starts[0]! : 1;
  const end = starts[periods - 1]! + length;
  return new Set(
    days.map((day) => {
      // Outside the window, periods go on with the length that they have at its end.
      if (day < starts[0]!) return Math.floor((day - starts[0]!) / firstLength);
      if (day >= end) return periods + Math.floor((day - end) / length);
      return starts.findLastIndex((start) => start <= day);
    }),
  );
}
