/** From tables and column roles to a draft: everything that can be read, and everything that is wrong. */
import { throwIfErrors } from "../issue/issue-error.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { parseColumnRoles, type ColumnRoles } from "../roles/column-roles.js";
import { expandRoles, type ExpandedRoles } from "../roles/expand-roles.js";
import { numberParser } from "../table/parse-number.js";
import { readTable, type TableSource } from "../table/read-table.js";
import { byPlace } from "./by-place.js";
import type { Draft, DraftChannel, DraftSeries } from "./draft.js";
import { findColumns } from "./find-columns.js";
import { mediaColumns, openMediaTable, placeMediaRows, type MediaTable } from "../media/media-table.js";
import { readColumn, readIndicatorColumn, type ColumnContext } from "./read-column.js";
import { readGrid, type GridReading } from "../grid/read-grid.js";
import { readMediaRows, type MediaReading } from "../media/read-media-rows.js";

/** What is read: a table and the roles of its columns, and perhaps a second table with media in rows. */
export interface DraftSource {
  readonly source: TableSource;
  readonly roles: ColumnRoles;
  readonly media?: TableSource | undefined;
  /** Whether rows are put where their dates say even where there is no panel, so that gaps can be repaired. */
  readonly keyed?: boolean;
}

/** Reads everything; throws only where there is nothing to go on with. */
export function readDraft({ source, roles, media, keyed = false }: DraftSource): Draft {
  const expanded = expandRoles(parseColumnRoles(roles));
  const { mediaRows } = expanded;
  const opened = media && mediaRows ? openMediaTable(media, mediaRows, expanded) : undefined;
  const shared = mediaRows !== undefined && opened === undefined;
  const wanted = columnsOf(expanded, shared);
  const { table, issues } = readTable(source, new Set(wanted), expanded.format);
  issues.push(...(opened?.issues ?? []), ...uselessMedia(media, expanded));
  // Where there is no header, and later where there are no rows, nothing more can be found.
  if (table.header.length === 0) throwIfErrors(issues);
  const columns = findColumns(table, wanted);
  issues.push(...columns.issues);
  if (table.rows.length === 0) throwIfErrors(byPlace(source.name, issues));
  const days = opened?.days.flatMap((day) => day ?? []) ?? [];
  const earliest = days.length > 0 ? days.reduce((a, b) => Math.min(a, b)) : undefined;
  const options = { keyed: keyed || opened !== undefined, shared, earliest };
  const reading = readGrid(table, expanded, columns.indexOf, wanted, options);
  issues.push(...reading.issues);
  const context: ColumnContext = {
    table,
    grid: reading.grid,
    addresses: reading.addresses,
    indexOf: columns.indexOf,
    parse: numberParser(expanded.format),
    shared,
    issues,
  };
  return draftOf(context, { name: source.name, roles, expanded, reading, opened });
}

interface Opened {
  readonly name: string;
  readonly roles: ColumnRoles;
  readonly expanded: ExpandedRoles;
  readonly reading: GridReading;
  readonly opened: MediaTable | undefined;
}

function draftOf(context: ColumnContext, { name, roles, expanded, reading, opened }: Opened): Draft {
  const { kpi: kpiRole, population } = expanded;
  const { table, grid, issues, addresses } = context;
  const kpi = readColumn(context, kpiRole.column, "KPI");
  const money = kpiRole.revenuePerKpi;
  const revenue = typeof money === "string" ? readColumn(context, money, "revenue per KPI") : undefined;
  const media = readMedia(context, expanded, reading, opened);
  issues.push(...media.issues);
  const controls = expanded.controls.flatMap(({ column, indicators }) =>
    indicators ? readIndicatorColumn(context, column) : [readColumn(context, column, "control")],
  );
  const inTable = mediaInTable(media.channels, opened);
  const series = [kpi, revenue ?? [], inTable, controls].flat();
  return {
    name,
    roles,
    table,
    mediaTable: opened?.table ?? (expanded.mediaRows && table),
    grid,
    historyLength: historyLength(context, expanded, reading),
    kpi,
    kpiRole,
    ...(revenue && { revenue }),
    channels: media.channels,
    controls,
    ...(population && { population: readColumn(context, population, "population") }),
    cellRows: countRows(addresses.cells),
    issues,
    gaps: [...reading.gaps.map((gap) => ({ ...gap, series })), ...media.gaps],
  };
}

/** Every column in use of the first table, in the order of the roles. */
function columnsOf(roles: ExpandedRoles, shared: boolean): readonly string[] {
  const { time, panel, kpi, channels, controls, population, mediaRows } = roles;
  const media =
    mediaRows === undefined
      ? channels.flatMap(({ spend, exposure }) => [spend ?? [], exposure ?? []].flat())
      : shared
        ? mediaColumns(mediaRows)
        : [];
  const money = typeof kpi.revenuePerKpi === "string" ? [kpi.revenuePerKpi] : [];
  const others = controls.map((control) => control.column);
  return [time, ...panel, kpi.column, ...money, ...media, ...others, ...(population ? [population] : [])];
}

function uselessMedia(media: TableSource | undefined, { mediaRows }: ExpandedRoles): readonly Issue[] {
  if (media === undefined || mediaRows !== undefined) return [];
  const rule = "a table of media must have its columns named in the roles";
  const place = { file: media.name };
  const advice = "Name its channel and spend columns as `mediaRows`.";
  return [makeIssue({ code: "roles.missing-media-rows", place, rule, got: "none", advice })];
}

function readMedia(
  context: ColumnContext,
  { channels, mediaRows }: ExpandedRoles,
  { grid, calendar }: GridReading,
  opened: MediaTable | undefined,
): MediaReading {
  if (mediaRows === undefined) {
    const read = channels.map((role): DraftChannel => {
      const { name, spend, exposure } = role;
      return {
        role,
        ...(spend === undefined
          ? {}
          : { spend: readColumn(context, spend, "spend", { name, channel: name }) }),
        ...(exposure === undefined
          ? {}
          : { exposure: readColumn(context, exposure, "exposure", { channel: name }) }),
      };
    });
    return { channels: read, issues: [], gaps: [] };
  }
  const { table, addresses, indexOf, parse } = context;
  if (opened === undefined) {
    const placed = { table, indexOf, addresses, positions: grid.positions };
    return readMediaRows(placed, mediaRows, channels, grid, parse);
  }
  const placed = placeMediaRows(opened, mediaRows, { grid, calendar, file: table.file });
  const reading = readMediaRows({ ...opened, ...placed }, mediaRows, channels, grid, parse);
  return { ...reading, issues: [...placed.issues, ...reading.issues] };
}

/** The media that stand in the rows of the first table, one value a row. */
function mediaInTable(
  channels: readonly DraftChannel[],
  opened: MediaTable | undefined,
): readonly DraftSeries[] {
  if (opened !== undefined) return [];
  return channels.flatMap(({ spend, exposure }) => [spend ?? [], exposure ?? []].flat());
}

/** How many periods come before the KPI: those that another table put there, or all before the declared start. */
function historyLength(
  { table, issues }: ColumnContext,
  { kpi }: ExpandedRoles,
  { grid, calendar, addresses }: GridReading,
): number {
  const { periods } = grid;
  if (kpi.starts === undefined) {
    const own = new Set(addresses.periods);
    return calendar === undefined
      ? 0
      : Math.max(
          0,
          periods.findIndex((period) => own.has(period)),
        );
  }
  const found = periods.indexOf(kpi.starts);
  if (found !== -1 && found < periods.length - 1) return found;
  const known = periods.filter((period) => period !== "");
  if (known.length > 1) {
    issues.push(
      makeIssue({
        code: "data.kpi-start",
        place: { file: table.file, column: kpi.column },
        rule: "the KPI must start in a period of the table, the last but one at the latest",
        got: kpi.starts,
        allowed: `${known[0]} to ${known.at(-1)}`,
        advice: "Write the date of its first period as `kpi.starts`.",
      }),
    );
  }
  return 0;
}

function countRows(cells: readonly (string | undefined)[] = []): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}
