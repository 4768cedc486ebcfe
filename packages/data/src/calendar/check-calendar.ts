/** Rows must be periods of one length, in order, each once and none missing: the checks, with the line of each fault. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { isoDate } from "./day-number.js";
import { monthAnchor, nextPeriod, periodLengthOf, periodNoun, type PeriodLength } from "./period-length.js";

/** A dated row: the day its period starts and its line in the file. */
export interface DatedRow {
  readonly day: number;
  readonly line: number;
}

/** The column the dates were read from. */
export interface DateColumn {
  readonly file: string;
  readonly column: string;
}

/** Checks order, repeats and gaps; the period length is what most gaps say. */
export function checkCalendar(rows: readonly DatedRow[], where: DateColumn): readonly Issue[] {
  const sorted = [...rows].sort((a, b) => a.day - b.day || a.line - b.line);
  const repeats = sorted.filter((row, i) => i > 0 && row.day === sorted[i - 1]!.day);
  const distinct = sorted.filter((row, i) => i === 0 || row.day !== sorted[i - 1]!.day);
  return [
    ...checkOrder(rows, where),
    ...checkRepeats(repeats, distinct, where),
    ...checkLength(distinct, where),
  ].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

function checkOrder(rows: readonly DatedRow[], where: DateColumn): readonly Issue[] {
  const at = rows.findIndex((row, i) => i > 0 && row.day < rows[i - 1]!.day);
  if (at === -1) return [];
  const [before, row] = [rows[at - 1]!, rows[at]!];
  return [
    issueAt(row, where, {
      code: "data.unsorted-rows",
      rule: "rows must be in order of time, the oldest first",
      got: `${isoDate(row.day)} after ${isoDate(before.day)}`,
      advice: "Sort the rows by date.",
    }),
  ];
}

function checkRepeats(
  repeats: readonly DatedRow[],
  distinct: readonly DatedRow[],
  where: DateColumn,
): readonly Issue[] {
  const rule = "each period must have one row";
  const code = "data.duplicate-period";
  // As many repeats as periods means several rows per period by design, not a slip in a row.
  if (repeats.length > 3 && repeats.length >= distinct.length) {
    const got = `${repeats.length + distinct.length} rows for ${distinct.length} periods`;
    const advice =
      "This looks like one row per channel or region; sum it to one row per period, a column per channel.";
    return [issueAt(repeats[0]!, where, { code, rule, got, advice })];
  }
  return repeats.map((row) => {
    const first = distinct.find((other) => other.day === row.day)!;
    const got = `${isoDate(row.day)} again (first on line ${first.line})`;
    return issueAt(row, where, {
      code,
      rule,
      got,
      advice: "Sum the rows of the period into one, or remove one.",
    });
  });
}

function checkLength(rows: readonly DatedRow[], where: DateColumn): readonly Issue[] {
  if (rows.length < 2) return [];
  const days = rows.map((row) => row.day);
  const length = periodLengthOf(days);
  if (length === undefined) {
    const [first, second] = [rows[0]!, rows[1]!];
    return [
      issueAt(second, where, {
        code: "data.unsupported-period",
        rule: "periods must be days, weeks or months",
        got: `${second.day - first.day} days after ${isoDate(first.day)}, and few gaps of a day, a week or a month`,
        advice: "Sum the rows to weeks or months.",
      }),
    ];
  }
  const anchor = monthAnchor(days);
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || nextPeriod(before.day, length, anchor) === row.day) return [];
    return [gapIssue(before, row, length, anchor, where)];
  });
}

function gapIssue(
  before: DatedRow,
  row: DatedRow,
  length: PeriodLength,
  anchor: number,
  where: DateColumn,
): Issue {
  const noun = periodNoun(length);
  const next = nextPeriod(before.day, length, anchor);
  let missing = 0;
  let day = next;
  for (; day < row.day; day = nextPeriod(day, length, anchor)) missing += 1;
  const gap = row.day - before.day;
  const what = missing === 1 ? `the missing ${noun}` : `the ${missing} missing ${noun}s from`;
  return issueAt(row, where, {
    code: "data.irregular-period",
    rule: `${noun}s must follow one another without a gap`,
    got: `${gap} ${gap === 1 ? "day" : "days"} after ${isoDate(before.day)} on line ${before.line}`,
    advice:
      day === row.day
        ? `Add ${what} ${isoDate(next)}, with 0 where nothing happened.`
        : `Date the row ${isoDate(next)}, as the other ${noun}s go on.`,
  });
}

function issueAt(
  row: DatedRow,
  where: DateColumn,
  words: { code: string; rule: string; got: string; advice: string },
): Issue {
  return makeIssue({ place: { ...where, line: row.line, period: isoDate(row.day) }, ...words });
}
