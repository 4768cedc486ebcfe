/** Rows must be periods of one length, in order, each once and none missing: the checks, with the line of each fault. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { atRow, rowPlace, type Table } from "../table/table.js";
import { isoDate } from "./day-number.js";
import { monthAnchor, nextPeriod, periodLengthOf, periodNoun, type PeriodLength } from "./period-length.js";

/** A dated row: the day its period starts and its line in the file. */
export interface DatedRow {
  readonly day: number;
  readonly line: number;
}

/** The column the dates were read from; and the cell they are looked at in, where there is a panel. */
export interface DateColumn extends Pick<Table, "file" | "headerLine"> {
  readonly column: string;
  readonly cell?: string;
  /** Lines of which the date was not understood: the periods that seem to be missing may be theirs. */
  readonly undated?: readonly number[];
  /** Looks for a column that tells the rows of a period apart. */
  readonly telling?: () => string | undefined;
}

/** An issue of the calendar, and the days that are missing; none where rows have wrong dates. */
export interface CalendarFault {
  readonly issue: Issue;
  readonly missing: readonly number[];
}

/** Checks order, repeats and gaps; the period length is what most gaps say. */
export function checkCalendar(rows: readonly DatedRow[], where: DateColumn): readonly Issue[] {
  const sorted = [...rows].sort((a, b) => a.day - b.day || a.line - b.line);
  const repeats = sorted.filter((row, i) => i > 0 && row.day === sorted[i - 1]!.day);
  const distinct = sorted.filter((row, i) => i === 0 || row.day !== sorted[i - 1]!.day);
  return [
    ...checkOrder(rows, where),
    ...checkRepeats(repeats, distinct, where),
    ...checkGaps(distinct, where).map(({ issue }) => issue),
  ].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

/** The first row that is older than the one before. */
export function checkOrder(rows: readonly DatedRow[], where: DateColumn): readonly Issue[] {
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

/** Rows of a period that has one already. */
export function checkRepeats(
  repeats: readonly DatedRow[],
  distinct: readonly DatedRow[],
  where: DateColumn,
): readonly Issue[] {
  const rule = "each period must have one row";
  const code = "data.duplicate-period";
  // As many repeats as periods means several rows per period by design, not a slip in a row.
  if (repeats.length > 3 && repeats.length >= distinct.length) {
    const got = `${repeats.length + distinct.length} rows for ${distinct.length} periods`;
    const telling = where.telling?.();
    const advice =
      telling === undefined
        ? "This looks like one row per channel or region; sum it to one row per period, a column per channel."
        : `Column "${telling}" tells the rows of a period apart: name it in the roles, as \`panel\` where it holds regions or brands, as \`mediaRows.channel\` where it holds channels.`;
    return [issueAt(repeats[0]!, where, { code, rule, got, advice })];
  }
  return repeats.map((row) => {
    const first = distinct.find((other) => other.day === row.day)!;
    const got = `${isoDate(row.day)} again (first ${atRow(where, first.line)})`;
    return issueAt(row, where, {
      code,
      rule,
      got,
      advice: "Sum the rows of the period into one, or remove one.",
    });
  });
}

/** Gaps between ascending days that are not one period. */
export function checkGaps(rows: readonly DatedRow[], where: DateColumn): readonly CalendarFault[] {
  if (rows.length < 2) return [];
  const days = rows.map((row) => row.day);
  const length = periodLengthOf(days);
  if (length === undefined) {
    const [first, second] = [rows[0]!, rows[1]!];
    const issue = issueAt(second, where, {
      code: "data.unsupported-period",
      rule: "periods must be days, weeks or months",
      got: `${second.day - first.day} days after ${isoDate(first.day)}, and few gaps of a day, a week or a month`,
      advice: "Sum the rows to weeks or months.",
    });
    return [{ issue, missing: [] }];
  }
  const anchor = monthAnchor(days, length);
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || nextPeriod(before.day, length, anchor) === row.day) return [];
    return [gapFault(before, row, length, anchor, where)];
  });
}

function gapFault(
  before: DatedRow,
  row: DatedRow,
  length: PeriodLength,
  anchor: number,
  where: DateColumn,
): CalendarFault {
  const noun = periodNoun(length);
  const next = nextPeriod(before.day, length, anchor);
  const missing: number[] = [];
  let day = next;
  for (; day < row.day; day = nextPeriod(day, length, anchor)) missing.push(day);
  const gap = row.day - before.day;
  const what = missing.length === 1 ? `the missing ${noun}` : `the ${missing.length} missing ${noun}s from`;
  const regular = day === row.day;
  const undated = (where.undated ?? []).filter((line) => before.line < line && line < row.line);
  const issue = issueAt(row, where, {
    code: "data.irregular-period",
    rule: `${noun}s must follow one another without a gap`,
    got: `${gap} ${gap === 1 ? "day" : "days"} after ${isoDate(before.day)} ${atRow(where, before.line)}`,
    advice:
      undated.length > 0
        ? `Mend the date ${atRow(where, undated[0]!)} first: it may be ${what} ${isoDate(next)}.`
        : regular
          ? `Add ${what} ${isoDate(next)}, with 0 where nothing happened.`
          : `Date the row ${isoDate(next)}, as the other ${noun}s go on.`,
  });
  return { issue, missing: regular ? missing : [] };
}

function issueAt(
  row: DatedRow,
  where: DateColumn,
  words: { code: string; rule: string; got: string; advice: string },
): Issue {
  const { file, column, cell } = where;
  const place = { file, ...rowPlace(where, row.line), column, cell, period: isoDate(row.day) };
  return makeIssue({ place, ...words });
}
