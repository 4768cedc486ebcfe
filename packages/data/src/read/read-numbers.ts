/** A column of numbers: every cell read, every fault with its line, panel cell and period. */
import type { CellIssue } from "../table/cell-issues.js";
import type { NumberParser } from "../table/parse-number.js";
import type { Table } from "../table/table.js";
import type { RowAddresses } from "../grid/grid.js";

/** What a column means; it decides which numbers are faults. */
export type Meaning = "KPI" | "revenue per KPI" | "control" | "spend" | "exposure" | "population";

/** A fault with the row of its cell, from 0, and the number where there is one. */
export interface RowFault extends CellIssue {
  readonly row: number;
  readonly value?: number;
}

/** The numbers of a column, [row], NaN where there is a fault. */
export interface NumberReading {
  readonly values: Float64Array;
  readonly faults: readonly RowFault[];
}

interface Bound {
  readonly code: string;
  readonly holds: (value: number) => boolean;
  readonly rule: string;
  readonly advice: string;
}

/** Money and media cannot be negative, the KPI and controls can. */
const BOUNDS: Readonly<Partial<Record<Meaning, Bound>>> = {
  spend: {
    code: "data.negative-spend",
    holds: (value) => value >= 0,
    rule: "must be ≥ 0",
    advice: "Net credit notes into the period of the spend, or map the column to a control.",
  },
  exposure: {
    code: "data.negative-exposure",
    holds: (value) => value >= 0,
    rule: "must be ≥ 0",
    advice: "Net corrections into the period of the exposure.",
  },
  "revenue per KPI": {
    code: "data.negative-revenue",
    holds: (value) => value >= 0,
    rule: "must be ≥ 0",
    advice: "Write what one unit of the KPI brings, in money.",
  },
  population: {
    code: "data.population-not-positive",
    holds: (value) => value > 0,
    rule: "must be > 0",
    advice: "Write the number of people in the cell, or another measure of its size.",
  },
};

/** Reads the cells of a column. */
export function readNumbers(
  table: Table,
  columnIndex: number,
  { cells: panelCells, periods }: RowAddresses,
  meaning: Meaning,
  parse: NumberParser,
): NumberReading {
  const values = new Float64Array(table.rows.length).fill(NaN);
  const faults: RowFault[] = [];
  const bound = BOUNDS[meaning];
  const fault = (row: number, words: Pick<RowFault, "code" | "rule" | "advice">): RowFault => {
    const { line, cells } = table.rows[row]!;
    return { row, line, period: periods[row], cell: panelCells?.[row], text: cells[columnIndex]!, ...words };
  };
  table.rows.forEach(({ cells }, row) => {
    const reading = parse(cells[columnIndex]!);
    if (typeof reading !== "number") {
      const rule = reading.code === "data.infinite-value" ? "must be finite" : "must be a number";
      faults.push(fault(row, { ...reading, rule: `${meaning} ${rule}` }));
    } else if (bound !== undefined && !bound.holds(reading)) {
      const { code, rule, advice } = bound;
      faults.push({ ...fault(row, { code, rule: `${meaning} ${rule}`, advice }), value: reading });
    } else {
      values[row] = reading;
    }
  });
  return { values, faults };
}
