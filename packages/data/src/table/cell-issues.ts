/** The issues of one column's cells: one each, or a single one when the same fault runs through the whole column or panel cell. */
import { makeIssue, type Issue, type Place } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { rowPlace, type Table } from "./table.js";

/** A fault of one cell of a table, before it is put into words. */
export interface CellIssue {
  readonly code: string;
  readonly line: number;
  readonly period?: string | undefined;
  /** The panel cell of the row, where there is a panel. */
  readonly cell?: string | undefined;
  /** The channel of the row, where the column holds several. */
  readonly channel?: string | undefined;
  readonly rule: string;
  readonly text: string;
  readonly allowed?: string | undefined;
  readonly advice: string;
}

/** With fewer rows a list of all of them is as easy to read. */
const MANY_ROWS = 4;

/** Issues for the faults of a column of `rowCount` rows; `cellRows` are the rows of each panel cell, where there is a panel. */
export function cellIssues(
  faults: readonly CellIssue[],
  table: Pick<Table, "file" | "headerLine">,
  column: Pick<Place, "column" | "channel">,
  rowCount: number,
  cellRows: ReadonlyMap<string, number> = new Map(),
): readonly Issue[] {
  const words = (fault: CellIssue, others = ""): Issue => {
    const { code, line, period, cell, channel, rule, allowed, advice } = fault;
    const got = (fault.text.trim() === "" ? "an empty cell" : showValue(fault.text.trim())) + others;
    const place = { file: table.file, ...rowPlace(table, line), ...column, cell, period };
    return makeIssue({
      code,
      place: channel === undefined ? place : { ...place, channel },
      rule,
      got,
      allowed,
      advice,
    });
  };
  const [first] = faults;
  if (first !== undefined && runsThrough(faults, rowCount))
    return [words(first, ` here and no better in the other ${rowCount - 1} rows`)];
  if (cellRows.size < 2) return faults.map((fault) => words(fault));
  const groups = new Map<string | undefined, CellIssue[]>();
  for (const fault of faults) {
    const group = groups.get(fault.cell);
    if (group === undefined) groups.set(fault.cell, [fault]);
    else group.push(fault);
  }
  return [...groups].flatMap(([cell, own]) => {
    const count = cell === undefined ? 0 : cellRows.get(cell)!;
    if (!runsThrough(own, count)) return own.map((fault) => words(fault));
    return [words(own[0]!, ` here and no better in the other ${count - 1} rows of the cell`)];
  });
}

function runsThrough(faults: readonly CellIssue[], rowCount: number): boolean {
  const { length } = faults;
  return length === rowCount && length >= MANY_ROWS && faults.every(({ code }) => code === faults[0]!.code);
}
