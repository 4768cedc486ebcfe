/** The periods that follow a data set. */
import type { Dataset } from "../dataset/dataset.js";
import { dayNumber, isoDate } from "./day-number.js";
import { monthAnchor, nextPeriod } from "./period-length.js";

/**
 * The dates of the periods after the last, as a plan for them needs: days, weeks or months as in the data.
 *
 * @param dataset  the data set
 * @param count    how many, ≥ 0
 * @returns        ISO dates
 * @example
 * periodsAfter(exampleDataset(), 2); // => ["2024-12-30", "2025-01-06"]
 */
export function periodsAfter(
  { periods, periodDays }: Pick<Dataset, "periods" | "periodDays">,
  count: number,
): readonly string[] {
  const days = periods.map(dayNumber);
  const anchor = monthAnchor(days, periodDays);
  const dates: string[] = [];
  let day = days.at(-1)!;
  while (dates.length < count) {
    day = nextPeriod(day, periodDays, anchor);
    dates.push(isoDate(day));
  }
  return dates;
}
