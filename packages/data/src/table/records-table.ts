/** From records and tables of other libraries to a table of text, so that one reader serves all. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import { printNumber } from "./print-number.js";
import { formatSigns, type TableFormat } from "./table-format.js";
import type { Row, Table } from "./table.js";

/** Records, such as JSON parses to: one object per row, its keys the columns. */
export interface RecordSource {
  /** Shown in messages. */
  readonly name: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** What is read of a table of another library, such as arquero: its columns by name, and its rows as objects or by getters. */
export type ColumnTable = { columnNames(): readonly string[] } & (
  { objects(): Iterable<object> } | { numRows(): number; getter(column: string): (row: number) => unknown }
);

/** A table of another library. */
export interface ColumnTableSource {
  /** Shown in messages. */
  readonly name: string;
  readonly table: ColumnTable;
}

/** Reads records or a table of another library. Columns that a record lacks are empty there. */
export function recordsTable(
  source: RecordSource | ColumnTableSource,
  format: TableFormat,
): { table: Table; issues: Issue[] } {
  const file = source.name;
  const foreign = "records" in source ? checkRecords(file, source.records) : undefined;
  if (foreign !== undefined) return { table: { file, header: [], rows: [] }, issues: [foreign] };
  const { columns, rows } = "records" in source ? fromRecords(source.records) : fromTable(source.table);
  const texts = rows.map((values, i): Row => ({
    line: i + 1,
    cells: values.map((value) => print(value, format)),
  }));
  const issues = texts.length === 0 ? [noRows(file)] : [];
  return { table: { file, header: columns.map(cleanName), rows: texts }, issues };
}

interface Values {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function fromRecords(records: readonly object[]): Values {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => valuesOf(record, columns)) };
}

function valuesOf(record: object, columns: readonly string[]): readonly unknown[] {
  return columns.map((column) =>
    Object.hasOwn(record, column) ? (record as Record<string, unknown>)[column] : undefined,
  );
}

function fromTable(table: ColumnTable): Values {
  const columns = table.columnNames();
  if (!("getter" in table)) {
    return { columns, rows: Array.from(table.objects(), (record) => valuesOf(record, columns)) };
  }
  const getters = columns.map((column) => table.getter(column));
  return { columns, rows: Array.from({ length: table.numRows() }, (_, i) => getters.map((get) => get(i))) };
}

/** As the cell of a text would hold it: numbers in the declared format, days as ISO dates. */
function print(value: unknown, { decimal = "point" }: TableFormat): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return printNumber(value).replace(".", formatSigns[decimal]);
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "bigint") return value.toString();
  return isDate(value) ? printDate(value) : showValue(value);
}

function isDate(value: unknown): value is { toISOString(): string; getTime(): number } {
  return typeof value === "object" && value !== null && "toISOString" in value && "getTime" in value;
}

function printDate(date: { toISOString(): string; getTime(): number }): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function checkRecords(file: string, records: unknown): Issue | undefined {
  const wrong = Array.isArray(records)
    ? records.findIndex((record) => typeof record !== "object" || record === null || Array.isArray(record))
    : undefined;
  if (wrong === -1) return undefined;
  return makeIssue({
    code: "data.not-records",
    place: wrong === undefined ? { file } : { file, row: wrong + 1 },
    rule: wrong === undefined ? "records must be a list of objects" : "a record must be an object",
    got: showValue(wrong === undefined ? records : (records as unknown[])[wrong]),
    advice: "Give one object per row, its keys the names of the columns.",
  });
}

function noRows(file: string): Issue {
  return makeIssue({
    code: "data.no-rows",
    place: { file },
    rule: "the table must have rows",
    got: "none",
    advice: "Export the table again, with one row per period.",
  });
}
