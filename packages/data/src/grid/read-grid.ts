/** Time and panel columns: where each row belongs, and everything that is wrong with rows as a whole. */
import { calendarOf, periodOf, startEarlier, type Calendar } from "../calendar/calendar.js";
import { checkCalendar, type DateColumn, type DatedRow } from "../calendar/check-calendar.js";
import { isoDate } from "../calendar/day-number.js";
import { readDates } from "../calendar/read-dates.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import type { ExpandedRoles } from "../roles/expand-roles.js";
import { rowPlace, type Table } from "../table/table.js";
import { checkRows, type Gap, type KeyedRow } from "./check-rows.js";
import { keyedGrid, rowsGrid, type Grid, type RowAddresses } from "./grid.js";
import { readCells, type CellReading } from "./read-cells.js";
import { tellingColumn } from "./telling-column.js";

/** What the time and panel columns say. */
export interface GridReading {
  readonly grid: Grid;
  readonly addresses: RowAddresses;
  /** Absent where rows stand as they come. */
  readonly calendar?: Calendar;
  readonly issues: readonly Issue[];
  /** Positions without a row. */
  readonly gaps: readonly Gap[];
}

/** How a table is read. */
export interface GridOptions {
  /** Rows are put where their dates say, so that missing ones can be seen; otherwise one after another, as national rows come. */
  readonly keyed: boolean;
  /** Several rows may share a position, in any order: one for each channel. */
  readonly shared: boolean;
  /** A day that the calendar must reach back to, for the media history of another table. */
  readonly earliest?: number | undefined;
}

/** Reads time and panel columns; where one of them is missing, rows stand one after another. */
export function readGrid(
  table: Table,
  roles: Pick<ExpandedRoles, "time" | "panel" | "format">,
  indexOf: (column: string) => number | undefined,
  used: readonly string[],
  options: GridOptions,
): GridReading {
  const timeIndex = indexOf(roles.time);
  const panel = roles.panel.flatMap((column) => indexOf(column) ?? []);
  const cells = panel.length > 0 ? readCells(table, panel) : undefined;
  const known = cells?.issues ?? [];
  const addressed = cells === undefined ? {} : { cells: namesOfRows(cells) };
  if (timeIndex === undefined) {
    const periods = table.rows.map(() => undefined);
    return { grid: rowsGrid(periods), addresses: { ...addressed, periods }, issues: known, gaps: [] };
  }
  const { days, issues } = readDates(table, timeIndex, roles.format.dates);
  const addresses = {
    ...addressed,
    periods: days.map((day) => (day === undefined ? undefined : isoDate(day))),
  };
  const telling = () => tellingColumn(table, days, cells?.cellOfRow, used);
  const undated = table.rows.flatMap(({ line }, row) => (days[row] === undefined ? [line] : []));
  const where = { ...columnOf(table, timeIndex), undated, telling };
  const unplaced = { grid: rowsGrid(addresses.periods), addresses, gaps: [] };
  if (panel.length < roles.panel.length) return { ...unplaced, issues: [...known, ...issues] };
  if (cells === undefined && !options.keyed && !options.shared) {
    const found = checkCalendar(datedRows(table, days), where);
    const alone = table.rows.length === 1 ? [onePeriod(table, where, "one row")] : [];
    return { ...unplaced, issues: [...issues, ...found, ...alone] };
  }
  const keyed = readKeyed(table, where, days, cells, options);
  return keyed === undefined
    ? { ...unplaced, issues: [...known, ...issues] }
    : { ...keyed, addresses, issues: [...known, ...issues, ...keyed.issues] };
}

/** Puts rows where their cells and days say; nothing where no row has a date. */
function readKeyed(
  table: Table,
  where: DateColumn,
  days: readonly (number | undefined)[],
  cells: CellReading | undefined,
  { shared, earliest }: GridOptions,
): Omit<GridReading, "addresses"> | undefined {
  const distinct = [...new Set(days.flatMap((day) => day ?? []))].sort((a, b) => a - b);
  if (distinct.length === 0) return undefined;
  const own = calendarOf(distinct);
  const calendar = earliest === undefined ? own : startEarlier(own, earliest);
  const indices = new Map(calendar.days.map((day, t) => [day, t]));
  const periodOfRow = Int32Array.from(days, (day) => (day === undefined ? -1 : indices.get(day)!));
  const cellOfRow = cells?.cellOfRow ?? new Int32Array(table.rows.length);
  const axes = {
    cells: cells?.cells ?? ["national"],
    ...(cells === undefined ? {} : { dimensions: cells.dimensions }),
    periods: calendar.days.map(isoDate),
  };
  const grid = keyedGrid(axes, cellOfRow, periodOfRow);
  const rows = datedRows(table, days, cellOfRow);
  const found = checkRows(rows, grid, { calendar, where, shared });
  const got = table.rows.length === 1 ? "one row" : `only ${isoDate(distinct[0]!)}`;
  const alone = distinct.length === 1 ? [onePeriod(table, where, got)] : [];
  return { grid, calendar, issues: [...found.issues, ...alone], gaps: found.gaps };
}

/** The day of each row and the period it lies in, for a second table on the calendar of the first. */
export function periodsOfRows(
  calendar: Calendar,
  days: readonly (number | undefined)[],
  inside: boolean,
): Int32Array {
  return Int32Array.from(days, (day) => {
    const period = day === undefined ? -1 : periodOf(calendar, day);
    return inside || period === -1 || calendar.days[period] === day ? period : -1;
  });
}

function columnOf(table: Table, timeIndex: number): DateColumn {
  const { file, headerLine } = table;
  return { file, ...(headerLine === undefined ? {} : { headerLine }), column: table.header[timeIndex]! };
}

function datedRows(
  table: Table,
  days: readonly (number | undefined)[],
  cellOfRow?: Int32Array,
): readonly KeyedRow[] {
  return table.rows.flatMap(({ line }, row): (DatedRow & { cell: number })[] => {
    const day = days[row];
    const cell = cellOfRow?.[row] ?? 0;
    return day === undefined || cell === -1 ? [] : [{ day, line, cell }];
  });
}

function namesOfRows({ cells, cellOfRow }: CellReading): readonly (string | undefined)[] {
  return Array.from(cellOfRow, (cell) => cells[cell]);
}

function onePeriod(table: Table, { file, column }: DateColumn, got: string): Issue {
  return makeIssue({
    code: "data.one-period",
    place: { file, column, ...rowPlace(table, table.rows[0]!.line) },
    rule: "there must be two or more periods",
    got,
    advice: "Export the whole history.",
  });
}
