/** The issues of one column's cells: one each, or a single one when the same fault runs through the whole column. */
import { makeIssue, type Issue, type Place } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";

/** A fault of one cell, before it is put into words. */
export interface CellIssue {
  readonly code: string;
  readonly line: number;
  readonly period?: string | undefined;
  readonly rule: string;
  readonly cell: string;
  readonly allowed?: string | undefined;
  readonly advice: string;
}

/** With fewer rows a list of all of them is as easy to read. */
const MANY_ROWS = 4;

/** Issues for the faults of a column of `rowCount` rows. */
export function cellIssues(
  faults: readonly CellIssue[],
  column: Pick<Place, "file" | "column" | "channel">,
  rowCount: number,
): readonly Issue[] {
  const [first] = faults;
  const throughout =
    faults.length === rowCount &&
    rowCount >= MANY_ROWS &&
    faults.every((fault) => fault.code === first!.code);
  return (throughout ? [first!] : faults).map(({ code, line, period, rule, cell, allowed, advice }) => {
    const got = cell.trim() === "" ? "an empty cell" : showValue(cell.trim());
    return makeIssue({
      code,
      place: { ...column, line, period },
      rule,
      got: throughout ? `${got} here and no better in the other ${rowCount - 1} rows` : got,
      allowed,
      advice,
    });
  });
}
