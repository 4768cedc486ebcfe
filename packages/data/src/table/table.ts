/** The noun that readers work on: a header and rows of text, each with its address. */
import type { Place } from "../issue/issue.js";

/** One row of cells; `line` is where it starts in the file, counted from 1, or its number where the table has no lines. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A rectangular table of text: every row has as many cells as the header. */
export interface Table {
  readonly file: string;
  /** Absent where there are no lines. */
  readonly headerLine?: number;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** The header's part of a place. */
export function headerPlace({ file, headerLine }: Table): Pick<Place, "file" | "line"> {
  return { file, line: headerLine };
}

/** A row's part of a place: its line, or its number where the table has no lines. */
export function rowPlace(
  { headerLine }: Pick<Table, "headerLine">,
  line: number,
): Pick<Place, "line" | "row"> {
  return headerLine === undefined ? { row: line } : { line };
}

/** A row inside a sentence: "on line 4" or "in row 4". */
export function atRow({ headerLine }: Pick<Table, "headerLine">, line: number): string {
  return headerLine === undefined ? `in row ${line}` : `on line ${line}`;
}
