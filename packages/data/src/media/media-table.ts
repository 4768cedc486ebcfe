/** The table that media stand in, a row per channel: the first table itself, or a second one on the cells and periods of the first. */
import type { Calendar } from "../calendar/calendar.js";
import { isoDate } from "../calendar/day-number.js";
import { readDates } from "../calendar/read-dates.js";
import { cellName } from "../dataset/panel-dimension.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import type { ExpandedMediaRows, ExpandedRoles } from "../roles/expand-roles.js";
import { readTable, type TableSource } from "../table/read-table.js";
import { rowPlace, type Table } from "../table/table.js";
import { findColumns } from "../read/find-columns.js";
import type { Grid, RowAddresses } from "../grid/grid.js";
import { periodsOfRows } from "../grid/read-grid.js";

/** A second table, opened: its columns found and its dates read. */
export interface MediaTable {
  readonly table: Table;
  readonly indexOf: (column: string) => number | undefined;
  /** [row] */
  readonly days: readonly (number | undefined)[];
  readonly issues: readonly Issue[];
}

/** The columns of media rows, in the order of the roles. */
export function mediaColumns({ channel, spend, exposure }: ExpandedMediaRows): readonly string[] {
  return exposure === undefined ? [channel, spend] : [channel, spend, exposure];
}

/** Opens the second table. */
export function openMediaTable(
  source: TableSource,
  media: ExpandedMediaRows,
  { format }: ExpandedRoles,
): MediaTable {
  const wanted = [media.time, ...media.panel, ...mediaColumns(media)];
  const { table, issues } = readTable(source, new Set(wanted), format);
  if (table.header.length === 0) return { table, indexOf: () => undefined, days: [], issues };
  const columns = findColumns(table, wanted);
  const time = columns.indexOf(media.time);
  const dates = time === undefined ? undefined : readDates(table, time, format.dates);
  return {
    table,
    indexOf: columns.indexOf,
    days: dates?.days ?? table.rows.map(() => undefined),
    issues: [...issues, ...columns.issues, ...(dates?.issues ?? [])],
  };
}

/** Where the rows of the second table belong on the grid of the first, and what does not belong there. */
export function placeMediaRows(
  { table, indexOf, days }: MediaTable,
  media: ExpandedMediaRows,
  base: { readonly grid: Grid; readonly calendar?: Calendar | undefined; readonly file: string },
): { positions: Int32Array; addresses: RowAddresses; issues: readonly Issue[] } {
  const { cells, periods } = base.grid;
  const panel = media.panel.flatMap((column) => indexOf(column) ?? []);
  const whole = panel.length === media.panel.length;
  const names = table.rows.map((row) =>
    whole && panel.length > 0 ? cellName(panel.map((index) => cleanName(row.cells[index]!))) : undefined,
  );
  const known = new Map(cells.map((cell, g) => [cell, g]));
  const cellOfRow = names.map((name) => (name === undefined ? (whole ? 0 : -1) : (known.get(name) ?? -1)));
  const periodOfRow = base.calendar && periodsOfRows(base.calendar, days, media.repeatedIsSum);
  const positions = Int32Array.from(cellOfRow, (cell, row) => {
    const period = periodOfRow?.[row] ?? -1;
    return cell === -1 || period === -1 ? -1 : cell * periods.length + period;
  });
  const addresses = {
    ...(names[0] === undefined ? {} : { cells: names }),
    periods: days.map((day) => (day === undefined ? undefined : isoDate(day))),
  };
  const issues = unknownCells(table, media, names, base);
  const outside = periodOfRow ? outsidePeriods(table, media, days, periodOfRow, base.grid) : [];
  return { positions, addresses, issues: [...issues, ...outside] };
}

function unknownCells(
  table: Table,
  { panel }: ExpandedMediaRows,
  names: readonly (string | undefined)[],
  { grid, file }: { readonly grid: Grid; readonly file: string },
): readonly Issue[] {
  const unknown = new Set(names.filter((name) => name !== undefined && !grid.cells.includes(name)));
  return [...unknown].map((name) =>
    makeIssue({
      code: "data.unknown-cell",
      place: {
        file: table.file,
        ...rowPlace(table, table.rows[names.indexOf(name)]!.line),
        column: panel.join(" × "),
      },
      rule: `the cell must be one of ${file}`,
      got: showValue(name),
      advice: didYouMean(name!, grid.cells, "Spell cells alike in both tables, or leave its rows out."),
    }),
  );
}

function outsidePeriods(
  table: Table,
  { time, repeatedIsSum }: ExpandedMediaRows,
  days: readonly (number | undefined)[],
  periodOfRow: Int32Array,
  { periods }: Grid,
): readonly Issue[] {
  const outside = days.flatMap((day, row) => (day === undefined || periodOfRow[row] !== -1 ? [] : [row]));
  const [row] = outside;
  if (row === undefined) return [];
  const more = outside.length === 1 ? "" : ` here and ${outside.length - 1} more`;
  const inside = repeatedIsSum
    ? "Leave rows after the last period out, or add the KPI's newest periods."
    : 'Date rows like the KPI\'s periods, or let `mediaRows.repeated` be "sum" where days lie inside them.';
  return [
    makeIssue({
      code: "data.period-without-kpi",
      place: { file: table.file, ...rowPlace(table, table.rows[row]!.line), column: time },
      rule: "media must lie in periods of the KPI or before them",
      got: `${isoDate(days[row]!)}${more}`,
      allowed: `${periods[0]} to ${periods.at(-1)}`,
      advice: inside,
    }),
  ];
}
