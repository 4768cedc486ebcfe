/** From the text of a cell to a day, in the usual formats, and only where the format says which part is which. */
import { civilDate, dayOf } from "./day-number.js";

/** A day; two readings of which the column must decide one; or why it is no date. */
export type DateReading =
  | { readonly kind: "day"; readonly day: number }
  | {
      readonly kind: "either";
      readonly dayFirst: number | undefined;
      readonly monthFirst: number | undefined;
    }
  | { readonly kind: "fault"; readonly code: string; readonly advice: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const MIDNIGHT = /[T ]+0{1,2}:00(:00(\.0+)?)?( ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/i;

type Parts = readonly [year: string, month: string, dayOfMonth: string];
const FORMATS: readonly { readonly pattern: RegExp; readonly parts: (match: RegExpExecArray) => Parts }[] = [
  { pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, parts: (m) => [m[1]!, m[3]!, m[4]!] }, // 2024-03-31
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, parts: (m) => [m[1]!, m[2]!, m[3]!] }, // 20240331
  { pattern: /^(\d{4})[-/](\d{1,2})$/, parts: (m) => [m[1]!, m[2]!, "1"] }, // 2024-03
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: (m) => [m[3]!, m[2]!, m[1]!] }, // 31.03.2024: points are day first
  { pattern: named(`^(\\d{1,2})[-/. ]+${MONTH_NAME}[-/, ]+(\\d{4})$`), parts: (m) => [m[3]!, m[2]!, m[1]!] }, // 31 Mar 2024
  { pattern: named(`^${MONTH_NAME}[- ]+(\\d{1,2}),? +(\\d{4})$`), parts: (m) => [m[3]!, m[1]!, m[2]!] }, // Mar 31, 2024
  { pattern: named(`^${MONTH_NAME}[-/, ]+(\\d{4})$`), parts: (m) => [m[2]!, m[1]!, "1"] }, // Mar 2024
];

/** Reads one cell. `1/2/2024` stays open: whether days or months come first is for the column to show. */
export function parseDate(cell: string): DateReading {
  const trimmed = cell.trim();
  const text = trimmed.replace(MIDNIGHT, "");
  for (const { pattern, parts } of FORMATS) {
    const match = pattern.exec(text);
    if (match !== null) return dayReading(dayOfParts(parts(match)));
  }
  const week = /^(\d{4})-?W(\d{2})(-?1)?$/i.exec(text);
  if (week !== null) return dayReading(mondayOf(Number(week[1]), Number(week[2]))); // 2024-W05
  const slashed = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(text);
  if (slashed === null) return faultOf(trimmed);
  const [first, second, year] = [slashed[1]!, slashed[3]!, slashed[4]!];
  const dayFirst = dayOfParts([year, second, first]);
  const monthFirst = dayOfParts([year, first, second]);
  return dayFirst === undefined && monthFirst === undefined
    ? dayReading(undefined)
    : { kind: "either", dayFirst, monthFirst };
}

function named(pattern: string): RegExp {
  return new RegExp(pattern, "i");
}

function dayOfParts([year, month, dayOfMonth]: Parts): number | undefined {
  const byName = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return dayOf(Number(year), byName === -1 ? Number(month) : byName + 1, Number(dayOfMonth));
}

/** The first day of an ISO week: week 1 holds the fourth of January, and a week belongs to the year of its Thursday. */
function mondayOf(year: number, week: number): number | undefined {
  const fourth = dayOf(year, 1, 4)!;
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (week - 1);
  return week > 0 && civilDate(monday + 3).year === year ? monday : undefined;
}

function dayReading(day: number | undefined): DateReading {
  if (day !== undefined) return { kind: "day", day };
  return {
    kind: "fault",
    code: "data.impossible-date",
    advice: "Write a day of the calendar, as YYYY-MM-DD.",
  };
}

function faultOf(text: string): DateReading {
  const fault = (advice: string, code = "data.not-a-date"): DateReading => ({ kind: "fault", code, advice });
  if (text === "")
    return fault("Write the date of the period's first day as YYYY-MM-DD.", "data.missing-value");
  if (/^\d{5}(\.\d+)?$/.test(text))
    return fault("It looks like Excel's day count; format the column as YYYY-MM-DD before exporting.");
  if (/\d{1,2}:\d{2}/.test(text)) return fault("Give one row per day, week or month, dated without a time.");
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text))
    return fault("Write the year with four digits, as YYYY-MM-DD.");
  return fault("Write the dates as YYYY-MM-DD.");
}
