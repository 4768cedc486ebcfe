/** Media that stand a row per channel or campaign: pivoted into one series per channel on the grid. */
import type { Grid } from "../grid/grid.js";
import type { Issue } from "../issue/issue.js";
import type { DraftChannel, DraftSeries, SeriesGap } from "../read/draft.js";
import { readNumbers, type Meaning } from "../read/read-numbers.js";
import { cleanName } from "../roles/clean-name.js";
import type { ExpandedChannel, ExpandedMediaRows } from "../roles/expand-roles.js";
import type { NumberParser } from "../table/parse-number.js";
import { checkMediaRows, lackingRows, repeatedRow, type PlacedMedia } from "./check-media-rows.js";

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
  const issues = checkMediaRows(media, role, roles, levels, parse);
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
  const gaps = role.absentIsZero
    ? []
    : channels.flatMap((channel, k) =>
        // A channel that never occurs has its own issue.
        hasRows(rows.first[k]!) ? lackingRows(table, role, channel, grid, rows.lacking[k]!) : [],
      );
  return { channels, issues: [...issues, ...rows.issues], gaps };
}

interface ChannelRows {
  /** [channel] → [position] the first row, -1 where there is none */
  readonly first: readonly Int32Array[];
  /** [channel] → [position] how many of its levels have no row */
  readonly lacking: readonly Int32Array[];
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
  const occurring = new Set(levels);
  const lacking = roles.map(({ levels: own = [] }) =>
    // A level that never occurs has its own issue.
    new Int32Array(size).fill(Math.max(1, own.filter((level) => occurring.has(level)).length)),
  );
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  channelOfRow.forEach((channel, row) => {
    const position = media.positions[row]!;
    if (channel === -1 || position === -1) return;
    if (first[channel]![position] === -1) first[channel]![position] = row;
    const level = levels[row]!;
    const key = `${position} ${level}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row);
      lacking[channel]![position] = lacking[channel]![position]! - 1;
    } else if (!role.repeatedIsSum) {
      issues.push(repeatedRow(media, role, { row, before, channel: roles[channel]!.name, level }));
    }
  });
  return { first, lacking, issues };
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

/** One series per channel: the sum of its rows at each position, NaN where one of them is missing or cannot be read. */
function pivot(
  { table, positions, addresses }: PlacedMedia,
  { column, at, meaning, names, roles, channelOfRow, rows, parse }: Pivoting,
  role: ExpandedMediaRows,
): readonly DraftSeries[] {
  const reading = readNumbers(table, at, addresses, meaning, parse);
  const rests = rows.first.map(({ length }) => new Float64Array(length));
  channelOfRow.forEach((channel, row) => {
    const position = positions[row]!;
    const value = reading.values[row]!;
    if (channel === -1 || position === -1 || Number.isNaN(value)) return;
    rests[channel]![position] = rests[channel]![position]! + value;
  });
  // What a channel without all of its rows spent elsewhere is unknown, and not nothing.
  const unplaced = new Set(channelOfRow.filter((_, row) => positions[row] === -1));
  return roles.map(({ name }, k) => {
    const faults = reading.faults
      .filter((fault) => channelOfRow[fault.row] === k)
      .map((fault) => ({ ...fault, channel: name }));
    const [rest, first, lacking] = [rests[k]!, rows.first[k]!, rows.lacking[k]!];
    const absentIsZero = role.absentIsZero && !unplaced.has(k) && hasRows(first);
    const values = rest.map((value, p) => (absentIsZero || lacking[p] === 0 ? value : NaN));
    for (const { row } of faults) if (positions[row] !== -1) values[positions[row]!] = NaN;
    const named = { meaning, name: names[k]!, channel: name, column, table };
    return { ...named, values, rest, faults, positions, rows: first };
  });
}

function hasRows(first: Int32Array): boolean {
  return first.some((row) => row !== -1);
}
