/** One column on the grid: a series of numbers, or a text column as several 0/1 series. */
import { makeIssue, type Issue } from "../issue/issue.js";
import type { NumberParser } from "../table/parse-number.js";
import { atRow, rowPlace, type Table } from "../table/table.js";
import type { DraftSeries } from "./draft.js";
import type { Grid, RowAddresses } from "../grid/grid.js";
import { readIndicators } from "./read-indicators.js";
import { readNumbers, type Meaning, type RowFault } from "./read-numbers.js";

/** What is known of a table when its columns are read. */
export interface ColumnContext {
  readonly table: Table;
  readonly grid: Grid;
  readonly addresses: RowAddresses;
  readonly indexOf: (column: string) => number | undefined;
  readonly parse: NumberParser;
  /** Several rows may stand at a position, and then say the same. */
  readonly shared: boolean;
  /** What is found goes here. */
  readonly issues: Issue[];
}

/** The series of a column, without values where there is no such column. */
export function readColumn(
  context: ColumnContext,
  column: string,
  meaning: Meaning,
  named: Pick<DraftSeries, "channel"> & { readonly name?: string } = {},
): DraftSeries {
  const { table, grid, addresses, parse } = context;
  const { positions, rows } = grid;
  const series = { meaning, name: column, ...named, column, table, positions, rows };
  const index = context.indexOf(column);
  if (index === undefined) return { ...series, values: new Float64Array(), faults: [] };
  const { values, faults } = readNumbers(table, index, addresses, meaning, parse);
  return { ...series, ...onGrid(context, { column, meaning, values, faults }) };
}

/** The 0/1 controls of a text column; none where there is no such column or only one level. */
export function readIndicatorColumn(context: ColumnContext, column: string): readonly DraftSeries[] {
  const { table, grid } = context;
  const index = context.indexOf(column);
  if (index === undefined) return [];
  const read = readIndicators(table, index);
  if ("code" in read) {
    context.issues.push(read);
    return [];
  }
  const before = context.issues.length;
  return read.map(({ name, values }) => {
    const own = {
      meaning: "control",
      name,
      column,
      table,
      positions: grid.positions,
      rows: grid.rows,
    } as const;
    const series = { ...own, ...onGrid(context, { column, meaning: "control", values, faults: [] }) };
    // Rows that disagree about one level disagree about another; said once.
    context.issues.length = Math.min(context.issues.length, before + 1);
    return series;
  });
}

interface RowSeries {
  readonly column: string;
  readonly meaning: Meaning;
  /** [row] */
  readonly values: Float64Array;
  readonly faults: readonly RowFault[];
}

function onGrid(context: ColumnContext, series: RowSeries): Pick<DraftSeries, "values" | "faults"> {
  const { grid } = context;
  if (context.shared) return agreed(context, series);
  // Rows one after another are their own positions.
  if (grid.positions === grid.rows) return series;
  const values = Float64Array.from(grid.rows, (row) => (row === -1 ? NaN : series.values[row]!));
  return { values, faults: series.faults };
}

/** Rows at one position that give a value must give the same; those that leave it empty are no fault beside them. */
function agreed(
  context: ColumnContext,
  { column, meaning, values, faults }: RowSeries,
): Pick<DraftSeries, "values" | "faults"> {
  const { positions, rows } = context.grid;
  const placed = new Float64Array(rows.length).fill(NaN);
  const giver = new Int32Array(rows.length).fill(-1);
  const conflicts: Conflict[] = [];
  values.forEach((value, row) => {
    const position = positions[row]!;
    if (position === -1 || Number.isNaN(value)) return;
    const before = giver[position]!;
    if (before === -1) {
      placed[position] = value;
      giver[position] = row;
    } else if (placed[position] !== value) {
      conflicts.push({ row, value, before, first: placed[position]! });
    }
  });
  const [conflict] = conflicts;
  if (conflict) context.issues.push(conflictIssue(context, { column, meaning }, conflict, conflicts.length));
  const missing = ({ code, row }: RowFault): boolean =>
    code === "data.missing-value" && positions[row] !== -1 && giver[positions[row]!] !== -1;
  return { values: placed, faults: faults.filter((fault) => !missing(fault)) };
}

interface Conflict {
  readonly row: number;
  readonly value: number;
  readonly before: number;
  readonly first: number;
}

function conflictIssue(
  { table, addresses }: ColumnContext,
  { column, meaning }: Pick<RowSeries, "column" | "meaning">,
  { row, value, before, first }: Conflict,
  count: number,
): Issue {
  const more = count === 1 ? "" : ` and in ${count - 1} more rows`;
  return makeIssue({
    code: "data.conflicting-values",
    place: {
      file: table.file,
      ...rowPlace(table, table.rows[row]!.line),
      column,
      cell: addresses.cells?.[row],
      period: addresses.periods[row],
    },
    rule: `${meaning} must be the same in all rows of a cell and period`,
    got: `${value} here (${first} ${atRow(table, table.rows[before]!.line)})${more}`,
    advice: "Repeat the value of the period in each of its rows, or give it in one of them alone.",
  });
}
