/** Rows of a panel as a whole: each cell has one row in each period, in order; or what is wrong, cell by cell. */
import type { Calendar } from "../calendar/calendar.js";
import {
  checkGaps,
  checkOrder,
  checkRepeats,
  type DateColumn,
  type DatedRow,
} from "../calendar/check-calendar.js";
import { isoDate } from "../calendar/day-number.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { rowPlace } from "../table/table.js";
import type { Grid } from "./grid.js";

/** A dated row with the index of its cell. */
export interface KeyedRow extends DatedRow {
  readonly cell: number;
}

/** Positions that no row fills, and the issue that this is as long as nothing else fills them. */
export interface Gap {
  readonly issue: Issue;
  readonly positions: readonly number[];
}

/** What rows are held against. */
export interface RowRules {
  readonly calendar: Calendar;
  readonly where: DateColumn;
  readonly shared: boolean;
}

/** Order and repeats in each cell, gaps that all cells have, and rows that single cells lack. */
export function checkRows(
  rows: readonly KeyedRow[],
  grid: Grid,
  rules: RowRules,
): { issues: readonly Issue[]; gaps: readonly Gap[] } {
  const { where, calendar } = rules;
  const issues = rules.shared ? [] : checkEachCell(rows, grid, rules);
  const first = new Map<number, KeyedRow>();
  for (const row of rows) if (!first.has(row.day)) first.set(row.day, row);
  const distinct = [...first.values()].sort((a, b) => a.day - b.day);
  const indices = new Map(calendar.days.map((day, t) => [day, t]));
  const gaps: Gap[] = [];
  for (const { issue, missing } of checkGaps(distinct, where)) {
    const periods = missing.flatMap((day) => indices.get(day) ?? []);
    if (periods.length < missing.length || missing.length === 0) issues.push(issue);
    else gaps.push({ issue, positions: everywhere(grid, periods) });
  }
  return { issues, gaps: [...gaps, ...missingRows(grid, new Set(first.keys()), rules)] };
}

function everywhere({ cells, periods: { length } }: Grid, periods: readonly number[]): readonly number[] {
  return cells.flatMap((_, g) => periods.map((t) => g * length + t));
}

function checkEachCell(rows: readonly KeyedRow[], grid: Grid, { where }: RowRules): Issue[] {
  const groups: KeyedRow[][] = grid.cells.map(() => []);
  for (const row of rows) groups[row.cell]!.push(row);
  const sorted = groups.map((group) => [...group].sort((a, b) => a.day - b.day || a.line - b.line));
  const repeated = (row: KeyedRow, i: number, group: readonly KeyedRow[]): boolean =>
    i > 0 && row.day === group[i - 1]!.day;
  const repeats = sorted.map((group) => group.filter(repeated));
  const filled = grid.rows.reduce((count, row) => count + (row === -1 ? 0 : 1), 0);
  const cellOf = (g: number): DateColumn =>
    grid.dimensions === undefined ? where : { ...where, cell: grid.cells[g]! };
  const order = groups.flatMap((group, g) => checkOrder(group, cellOf(g)));
  // As many repeats as positions mean several rows for each by design, not a slip in a row.
  if (grid.dimensions !== undefined && repeats.flat().length > 3 && repeats.flat().length >= filled) {
    return [severalRows(repeats.flat()[0]!, rows.length, filled, where)];
  }
  return [
    ...order,
    ...sorted.flatMap((group, g) => {
      if (repeats[g]!.length === 0) return [];
      const distinct = group.filter((row, i) => !repeated(row, i, group));
      return checkRepeats(repeats[g]!, distinct, cellOf(g));
    }),
  ];
}

function severalRows(row: KeyedRow, rowCount: number, filled: number, where: DateColumn): Issue {
  const { file, column } = where;
  const telling = where.telling?.();
  const named = telling === undefined ? "the column that tells them apart" : `column "${telling}"`;
  return makeIssue({
    code: "data.duplicate-period",
    place: { file, ...rowPlace(where, row.line), column, period: isoDate(row.day) },
    rule: "each cell must have one row in each period",
    got: `${rowCount} rows for ${filled} cells and periods`,
    advice: `Add ${named} to \`panel\` in the roles where it divides the cells, name it as \`mediaRows.channel\` where it holds channels, or sum the rows.`,
  });
}

/** Runs of periods in which other cells have a row. */
function missingRows(grid: Grid, occurring: ReadonlySet<number>, rules: RowRules): readonly Gap[] {
  const { calendar, where } = rules;
  const width = calendar.days.length;
  const gaps: Gap[] = [];
  grid.cells.forEach((cell, g) => {
    let run: number[] = [];
    for (let t = 0; t <= width; t++) {
      const lacking = t < width && grid.rows[g * width + t] === -1 && occurring.has(calendar.days[t]!);
      if (lacking) run.push(g * width + t);
      if (lacking || run.length === 0) continue;
      const period = grid.periods[run[0]! - g * width]!;
      const others = run.length - 1;
      const issue = makeIssue({
        code: "data.missing-row",
        place: { file: where.file, column: where.column, cell, period },
        rule: "every cell must have a row in every period",
        got:
          others === 0
            ? "none"
            : `none here and in the ${others === 1 ? "next period" : `next ${others} periods`}`,
        advice: "Add the rows, with 0 where nothing happened, or leave the cell out.",
      });
      gaps.push({ issue, positions: run });
      run = [];
    }
  });
  return gaps;
}
