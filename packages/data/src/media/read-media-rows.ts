/** Media that stand a row per channel or campaign: pivoted into one series per channel on the grid. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import type { ExpandedChannel, ExpandedMediaRows } from "../roles/expand-roles.js";
import { cellIssues, type CellIssue } from "../table/cell-issues.js";
import type { NumberParser } from "../table/parse-number.js";
import { atRow, headerPlace, rowPlace, type Table } from "../table/table.js";
import type { DraftChannel, DraftSeries, SeriesGap } from "../read/draft.js";
import type { Grid, RowAddresses } from "../grid/grid.js";
import { readNumbers, type Meaning } from "../read/read-numbers.js";

/** A table of media rows whose rows have been placed. */
export interface PlacedMedia {
  readonly table: Table;
  readonly indexOf: (column: string) => number | undefined;
  /** [row] */
  readonly positions: Int32Array;
  readonly addresses: RowAddresses;
}

/** The channels, what is wrong, and where channels have no row. */
export interface MediaReading {
  readonly channels: readonly DraftChannel[];
  readonly issues: readonly Issue[];
  readonly gaps: readonly SeriesGap[];
}

/** Reads the channels of the roles, or every level where the roles list none. */
export function readMediaRows(
  media: PlacedMedia,
  role: ExpandedMediaRows,
  listed: readonly ExpandedChannel[],
  grid: Pick<Grid, "cells" | "dimensions" | "periods">,
  parse: NumberParser,
): MediaReading {
  const { table } = media;
  const index = media.indexOf(role.channel);
  if (index === undefined)
    return { channels: listed.map((channel) => ({ role: channel })), issues: [], gaps: [] };
  const levels = table.rows.map(({ cells }) => cleanName(cells[index]!));
  const occurring = [...new Set(levels)].filter((level) => level !== "");
  const roles = listed.length > 0 ? listed : occurring.map((name) => ({ name, levels: [name] }));
  const issues = [...unknownLevels(table, role, roles, occurring), ...unnamedRows(media, role, levels)];
  if (roles.length === 0) issues.push(noChannels(table, role));
  const channelOfRow = levels.map((level) => roles.findIndex((channel) => channel.levels!.includes(level)));
  const rows = rowsOfChannels(media, role, { grid, roles, levels, channelOfRow });
  const read = (column: string | undefined, meaning: Meaning): readonly (DraftSeries | undefined)[] => {
    const at = column === undefined ? undefined : media.indexOf(column);
    if (at === undefined) return roles.map(() => undefined);
    const names = roles.map(({ name }) => (meaning === "spend" ? name : `${name} ${column}`));
    return pivot(media, { column: column!, at, meaning, names, roles, channelOfRow, rows, parse }, role);
  };
  const [spend, exposure] = [read(role.spend, "spend"), read(role.exposure, "exposure")];
  const channels = roles.map((channel, k): DraftChannel => ({
    role: channel,
    ...(spend[k] ? { spend: spend[k] } : {}),
    ...(exposure[k] ? { exposure: exposure[k] } : {}),
  }));
  const gaps = role.absentIsZero ? [] : absentRows(table, role, channels, grid, rows);
  return { channels, issues: [...issues, ...rows.issues], gaps };
}

interface ChannelRows {
  /** [channel] → [position] the first row, -1 where there is none */
  readonly first: readonly Int32Array[];
  readonly issues: readonly Issue[];
}

interface Levels {
  readonly grid: Pick<Grid, "cells" | "periods">;
  readonly roles: readonly ExpandedChannel[];
  /** [row] */
  readonly levels: readonly string[];
  /** [row] -1 where the level belongs to no channel of the roles */
  readonly channelOfRow: readonly number[];
}

/** Which rows stand at each channel's positions; a level has one there, unless rows are parts of a sum. */
function rowsOfChannels(
  media: PlacedMedia,
  role: ExpandedMediaRows,
  { grid, roles, levels, channelOfRow }: Levels,
): ChannelRows {
  const size = grid.cells.length * grid.periods.length;
  const first = roles.map(() => new Int32Array(size).fill(-1));
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  channelOfRow.forEach((channel, row) => {
    const position = media.positions[row]!;
    if (channel === -1 || position === -1) return;
    if (first[channel]![position] === -1) first[channel]![position] = row;
    if (role.repeatedIsSum) return;
    const key = `${position} ${levels[row]!}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else
      issues.push(
        repeatedRow(media, role, { row, before, channel: roles[channel]!.name, level: levels[row]! }),
      );
  });
  return { first, issues };
}

function repeatedRow(
  { table, addresses }: PlacedMedia,
  { channel: column }: ExpandedMediaRows,
  { row, before, channel, level }: { row: number; before: number; channel: string; level: string },
): Issue {
  return makeIssue({
    code: "data.duplicate-row",
    place: {
      file: table.file,
      ...rowPlace(table, table.rows[row]!.line),
      column,
      channel,
      cell: addresses.cells?.[row],
      period: addresses.periods[row],
    },
    rule: "each channel must have one row in each cell and period",
    got: `${showValue(level)} again (first ${atRow(table, table.rows[before]!.line)})`,
    advice: 'Remove the row, or let `mediaRows.repeated` be "sum" where rows are parts of a sum.',
  });
}

interface Pivoting {
  readonly column: string;
  readonly at: number;
  readonly meaning: Meaning;
  readonly names: readonly string[];
  readonly roles: readonly ExpandedChannel[];
  readonly channelOfRow: readonly number[];
  readonly rows: ChannelRows;
  readonly parse: NumberParser;
}

/** One series per channel: the sum of its rows at each position, NaN where one of them cannot be read. */
function pivot(
  { table, positions, addresses }: PlacedMedia,
  { column, at, meaning, names, roles, channelOfRow, rows, parse }: Pivoting,
  role: ExpandedMediaRows,
): readonly DraftSeries[] {
  const reading = readNumbers(table, at, addresses, meaning, parse);
  const rests = rows.first.map(({ length }) => new Float64Array(length));
  // What a channel without all of its rows spent elsewhere is unknown, and not nothing.
  const unplaced = new Set(channelOfRow.filter((_, row) => positions[row] === -1));
  channelOfRow.forEach((channel, row) => {
    const position = positions[row]!;
    const value = reading.values[row]!;
    if (channel === -1 || position === -1 || Number.isNaN(value)) return;
    rests[channel]![position] = rests[channel]![position]! + value;
  });
  return roles.map(({ name }, k) => {
    const faults = reading.faults
      .filter((fault) => channelOfRow[fault.row] === k)
      .map((fault) => ({ ...fault, channel: name }));
    const rest = rests[k]!;
    const first = rows.first[k]!;
    const absent = role.absentIsZero && !unplaced.has(k) ? 0 : NaN;
    const values = rest.map((value, p) => (first[p] === -1 ? absent : value));
    for (const fault of faults) {
      const position = positions[fault.row]!;
      if (position !== -1) values[position] = NaN;
    }
    return {
      meaning,
      name: names[k]!,
      channel: name,
      column,
      table,
      values,
      rest,
      faults,
      positions,
      rows: first,
    };
  });
}

function unknownLevels(
  table: Table,
  { channel: column }: ExpandedMediaRows,
  roles: readonly ExpandedChannel[],
  occurring: readonly string[],
): Issue[] {
  return roles.flatMap(({ name, levels = [] }) =>
    levels
      .filter((level) => !occurring.includes(level))
      .map((level) =>
        makeIssue({
          code: "data.unknown-level",
          place: { ...headerPlace(table), column, channel: name },
          rule: "a level of the roles must occur in the channel column",
          got: `no row with ${showValue(level)}`,
          allowed:
            occurring.length <= 12
              ? occurring.map((text) => showValue(text)).join(", ")
              : `${occurring.length} others`,
          advice: didYouMean(level, occurring, "Name a level of the column in the roles."),
        }),
      ),
  );
}

/** Rows without a channel carry other columns only; money that belongs to nobody would be lost. */
function unnamedRows(
  { table, addresses, indexOf }: PlacedMedia,
  { channel: column, spend }: ExpandedMediaRows,
  levels: readonly string[],
): readonly Issue[] {
  const at = indexOf(spend);
  const faults = table.rows.flatMap(({ line, cells }, row): CellIssue[] => {
    const paid = at === undefined ? "" : cells[at]!.trim();
    if (levels[row] !== "" || paid === "" || Number(paid) === 0) return [];
    const [period, cell] = [addresses.periods[row], addresses.cells?.[row]];
    const rule = "the channel of spend must be named";
    return [{ code: "data.missing-value", line, period, cell, rule, text: "", advice: "Write the channel." }];
  });
  return cellIssues(faults, table, { column }, table.rows.length);
}

function noChannels(table: Table, { channel: column }: ExpandedMediaRows): Issue {
  return makeIssue({
    code: "data.no-channels",
    place: { ...headerPlace(table), column },
    rule: "the channel column must name channels",
    got: "empty cells only",
    advice: "Write the channel of each row.",
  });
}

/** One issue per channel, placed on the first position where it has no row. */
function absentRows(
  table: Table,
  { channel: column }: ExpandedMediaRows,
  channels: readonly DraftChannel[],
  { cells, dimensions, periods }: Pick<Grid, "cells" | "dimensions" | "periods">,
  { first }: ChannelRows,
): readonly SeriesGap[] {
  return channels.flatMap(({ role, spend, exposure }, k) => {
    const positions = [...first[k]!.keys()].filter((position) => first[k]![position] === -1);
    const [position] = positions;
    // A level that never occurs has its own issue.
    if (position === undefined || positions.length === first[k]!.length) return [];
    const series = [spend ?? [], exposure ?? []].flat();
    const [cell, period] = [Math.floor(position / periods.length), position % periods.length];
    const named = dimensions === undefined ? {} : { cell: cells[cell]! };
    const more =
      positions.length === 1
        ? "none"
        : `none here and at ${positions.length - 1} more of ${first[k]!.length}`;
    const issue = makeIssue({
      code: "data.missing-row",
      place: { file: table.file, column, channel: role.name, ...named, period: periods[period]! },
      rule: "each channel must have a row in each cell and period",
      got: more,
      advice: 'Add the rows, or let `mediaRows.absent` be "zero" where no row means no spend.',
    });
    return [{ issue, positions, series }];
  });
}
