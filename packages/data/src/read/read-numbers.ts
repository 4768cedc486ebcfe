/** A column of numbers: every cell read, every fault with its line and period. */
import type { Issue } from "../issue/issue.js";
import { cellIssues, type CellIssue } from "../table/cell-issues.js";
import { parseNumber } from "../table/parse-number.js";
import type { Table } from "../table/read-table.js";

/** What the column means: money and media cannot be negative, the KPI and controls can. */
export interface Meaning {
  readonly what: "KPI" | "control" | "spend" | "exposure";
  readonly channel?: string | undefined;
}

const NEGATIVE = {
  spend: "Net credit notes into the period of the spend, or map the column to a control.",
  exposure: "Net corrections into the period of the exposure.",
};

/** The values of a column, NaN where there is an issue. */
export function readNumbers(
  table: Table,
  columnIndex: number,
  periods: readonly (string | undefined)[],
  { what, channel }: Meaning,
): { values: Float64Array; issues: readonly Issue[] } {
  const values = new Float64Array(table.rows.length).fill(NaN);
  const faults: CellIssue[] = [];
  table.rows.forEach(({ line, cells }, t) => {
    const cell = cells[columnIndex]!;
    const reading = parseNumber(cell);
    const at = { line, period: periods[t], cell };
    if (typeof reading !== "number") {
      const rule = reading.code === "data.infinite-value" ? "must be finite" : "must be a number";
      faults.push({ ...at, ...reading, rule: `${what} ${rule}` });
    } else if (reading < 0 && (what === "spend" || what === "exposure")) {
      faults.push({
        ...at,
        code: `data.negative-${what}`,
        rule: `${what} must be ≥ 0`,
        advice: NEGATIVE[what],
      });
    } else {
      values[t] = reading;
    }
  });
  const column = { file: table.file, column: table.header[columnIndex]!, channel };
  return { values, issues: cellIssues(faults, column, table.rows.length) };
}
