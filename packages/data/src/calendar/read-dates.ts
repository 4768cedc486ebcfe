/** A column of dates: every cell read, and the one question left open (day or month first) answered by the whole column. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { cellIssues, type CellIssue } from "../table/cell-issues.js";
import type { TableFormat } from "../table/table-format.js";
import { atRow, rowPlace, type Table } from "../table/table.js";
import { isoDate } from "./day-number.js";
import { parseDate, type DateReading } from "./parse-date.js";

type Open = Extract<DateReading, { kind: "either" }>;

type Part = "dayFirst" | "monthFirst";

/** The day of each row of the table, `undefined` where there is an issue. */
export function readDates(
  table: Table,
  columnIndex: number,
  declared?: TableFormat["dates"],
): { days: readonly (number | undefined)[]; issues: readonly Issue[] } {
  const column = table.header[columnIndex]!;
  const readings = table.rows.map((row) => parseDate(row.cells[columnIndex]!));
  const order = declared ? { key: KEYS[declared] } : dateOrder(table, columnIndex, readings);
  const days = readings.map((reading) => {
    if (reading.kind === "day") return reading.day;
    return reading.kind === "either" && order.key !== undefined ? reading[order.key] : undefined;
  });
  const faults: CellIssue[] = [];
  readings.forEach((reading, i) => {
    if (days[i] !== undefined || (reading.kind === "either" && !declared)) return;
    const { line, cells } = table.rows[i]!;
    const { code, advice } = reading.kind === "fault" ? reading : contradiction(declared!);
    faults.push({ code, line, rule: "the time must be a date", text: cells[columnIndex]!, advice });
  });
  const issues = cellIssues(faults, table, { column }, table.rows.length);
  return {
    days,
    issues: order.issue === undefined ? issues : [...issues, order.issue],
  };
}

const KEYS = { "day-first": "dayFirst", "month-first": "monthFirst" } as const;

/** A date that is one only in the order that was not declared. */
function contradiction(declared: "day-first" | "month-first"): { code: string; advice: string } {
  const advice = `The roles declare dates ${declared}; correct the date or the declaration.`;
  return { code: "data.impossible-date", advice };
}

/** Which part comes first in `1/2/2024`: settled by a row where only one reading is a day. */
function dateOrder(
  table: Table,
  columnIndex: number,
  readings: readonly DateReading[],
): { key?: Part; issue?: Issue } {
  const find = (test: (reading: Open) => boolean): number =>
    readings.findIndex((reading) => reading.kind === "either" && test(reading));
  const onlyDayFirst = find((reading) => reading.monthFirst === undefined);
  const onlyMonthFirst = find((reading) => reading.dayFirst === undefined);
  const differing = find((reading) => reading.dayFirst !== reading.monthFirst);
  const issueAt = (
    i: number,
    code: string,
    rule: string,
    got: string,
    allowed?: string,
  ): { issue: Issue } => {
    const row = rowPlace(table, table.rows[i]!.line);
    const place = { file: table.file, ...row, column: table.header[columnIndex]! };
    return {
      issue: makeIssue({ code, place, rule, got, allowed, advice: "Write the dates as YYYY-MM-DD." }),
    };
  };
  const textOf = (i: number): string => showValue(table.rows[i]!.cells[columnIndex]!.trim());
  if (onlyDayFirst !== -1 && onlyMonthFirst !== -1) {
    const [first, later] = [Math.min(onlyDayFirst, onlyMonthFirst), Math.max(onlyDayFirst, onlyMonthFirst)];
    const got = `${textOf(later)} below ${textOf(first)} ${atRow(table, table.rows[first]!.line)}`;
    return issueAt(later, "data.mixed-dates", "dates must all have the day or all have the month first", got);
  }
  if (onlyDayFirst !== -1) return { key: "dayFirst" };
  if (onlyMonthFirst !== -1 || differing === -1) return { key: "monthFirst" };
  const open = readings[differing] as Open;
  const rule = "dates must show which part is the day";
  const choices = `${isoDate(open.dayFirst!)} or ${isoDate(open.monthFirst!)}`;
  return issueAt(differing, "data.ambiguous-date", rule, textOf(differing), choices);
}
