/** From text to rows of cells with the line each starts on: delimiters, quotes, byte-order mark, ragged rows. */
import Papa from "papaparse";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import { recordsTable, type ColumnTableSource, type RecordSource } from "./records-table.js";
import { formatSigns, type TableFormat } from "./table-format.js";
import type { Row, Table } from "./table.js";

/** A text with the name of the file it came from. */
export interface TextSource {
  readonly name: string;
  readonly text: string;
}

/** Where a table comes from: text, records, or a table of another library. */
export type TableSource = TextSource | RecordSource | ColumnTableSource;

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Reads a table from any source. In delimited text, rows that do not fit the header are left out of the table and named by an issue each; blank lines
 * are skipped. The delimiter is the declared one, or the one under which the header shows the most of the `wanted` columns, because counting
 * characters is fooled by decimal commas.
 */
export function readTable(
  source: TableSource,
  wanted: ReadonlySet<string>,
  format: TableFormat = {},
): { table: Table; issues: Issue[] } {
  if (!("text" in source)) return recordsTable(source, format);
  const declared = format.delimiter && formatSigns[format.delimiter];
  const text = source.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const foreign = checkText(source.name, text);
  const rows = foreign === undefined ? parseRows(text, declared ?? delimiterOf(text, wanted)) : [];
  const [head, ...body] = rows;
  const issues: Issue[] = foreign === undefined ? [] : [foreign];
  const header = (head?.cells ?? []).map(cleanName);
  const table = { file: source.name, headerLine: head?.line ?? 1, header };
  if (foreign === undefined && head !== undefined && body.length === 0)
    issues.push(headerOnly(source.name, head));
  const fitting = body.filter((row) => {
    const issue = checkRow(source.name, row, header.length);
    if (issue !== undefined) issues.push(issue);
    return issue === undefined;
  });
  return { table: { ...table, rows: fitting }, issues };
}

/** Rows that are not blank. Quoted cells may span lines, so lines are counted through the cells. */
function parseRows(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (const cells of Papa.parse<string[]>(text, { delimiter, newline: "\n" }).data) {
    if (cells.length > 1 || cells[0]!.trim() !== "") rows.push({ line, cells });
    line += 1;
    for (const cell of cells) {
      for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) line += 1;
    }
  }
  return rows;
}

function delimiterOf(text: string, wanted: ReadonlySet<string>): string {
  const start = text.replace(/^\s*\n/, "");
  let chosen: string = DELIMITERS[0];
  let best = -1;
  for (const delimiter of DELIMITERS) {
    const cells = Papa.parse<string[]>(start, { delimiter, newline: "\n", preview: 1 }).data[0] ?? [];
    // Columns found decide; among delimiters that show none of them, the one that splits the header most.
    const found = cells.filter((cell) => wanted.has(cleanName(cell))).length;
    const score = found + cells.length / (cells.length + 1);
    if (score > best) {
      chosen = delimiter;
      best = score;
    }
  }
  return chosen;
}

/** What is no delimited text at all. */
function checkText(file: string, text: string): Issue | undefined {
  const rule = "the file must be delimited text";
  const advice = "Export the sheet as CSV (UTF-8).";
  const code = "data.not-text";
  if (text.trim() === "") {
    const got = text === "" ? "an empty file" : "blank lines only";
    const todo = "Export the table again, with its header.";
    return makeIssue({
      code: "data.empty-file",
      place: { file },
      rule: "the file must hold a header and rows",
      got,
      advice: todo,
    });
  }
  if (text.startsWith("PK\u0003\u0004"))
    return makeIssue({ code, place: { file }, rule, got: "an Excel workbook or another zip file", advice });
  if (text.includes("\u0000"))
    return makeIssue({ code, place: { file }, rule, got: "binary data or UTF-16", advice });
  return undefined;
}

function headerOnly(file: string, head: Row): Issue {
  return makeIssue({
    code: "data.no-rows",
    place: { file, line: head.line },
    rule: "the header must be followed by rows",
    got: "a header only",
    advice: "Export the table again, with one row per period.",
  });
}

function checkRow(file: string, row: Row, width: number): Issue | undefined {
  const place = { file, line: row.line };
  if (row.cells.every((cell) => cell.trim() === "")) {
    const rule = "a row must hold values";
    return makeIssue({
      code: "data.empty-row",
      place,
      rule,
      got: "empty cells only",
      advice: "Remove the row.",
    });
  }
  const count = row.cells.length;
  if (count === width) return undefined;
  const last = showValue(row.cells[count - 1]);
  return makeIssue({
    code: "data.ragged-row",
    place,
    rule: `a row must have as many cells as the header, ${width}`,
    got: `${count} (the last one is ${last})`,
    advice:
      count > width
        ? "Put cells that hold the delimiter in quotes, and write decimals with a point."
        : "Add the missing cells, or close the quote that was left open.",
  });
}
