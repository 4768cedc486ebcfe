/** What can be wrong with media that stand a row per channel, in words. */
import type { Grid, RowAddresses } from "../grid/grid.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import type { DraftChannel, SeriesGap } from "../read/draft.js";
import type { ExpandedChannel, ExpandedMediaRows } from "../roles/expand-roles.js";
import { cellIssues, type CellIssue } from "../table/cell-issues.js";
import type { NumberParser } from "../table/parse-number.js";
import { atRow, headerPlace, rowPlace, type Table } from "../table/table.js";

/** A table of media rows whose rows have been placed. */
export interface PlacedMedia {
  readonly table: Table;
  readonly indexOf: (column: string) => number | undefined;
  /** [row] */
  readonly positions: Int32Array;
  readonly addresses: RowAddresses;
}

/** More levels than this do not help anybody to choose. */
const LISTED_LEVELS = 12;

/** The channel column as a whole: levels of the roles that no row has, spend without a channel, no channel at all. */
export function checkMediaRows(
  media: PlacedMedia,
  role: ExpandedMediaRows,
  roles: readonly ExpandedChannel[],
  levels: readonly string[],
  parse: NumberParser,
): readonly Issue[] {
  return [
    ...unknownLevels(
      media.table,
      role,
      roles,
      [...new Set(levels)].filter((level) => level !== ""),
    ),
    ...unnamedRows(media, role, levels, parse),
    ...(roles.length === 0 ? [noChannels(media.table, role)] : []),
  ];
}

/** Levels of the roles that no row has. */
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
            occurring.length <= LISTED_LEVELS
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
  parse: NumberParser,
): readonly Issue[] {
  const at = indexOf(spend);
  const faults = table.rows.flatMap(({ line, cells }, row): CellIssue[] => {
    if (levels[row] !== "" || at === undefined) return [];
    const paid = parse(cells[at]!);
    if (paid === 0 || (typeof paid !== "number" && paid.code === "data.missing-value")) return [];
    const [period, cell] = [addresses.periods[row], addresses.cells?.[row]];
    const rule = "the channel of spend must be named";
    return [{ code: "data.missing-value", line, period, cell, rule, text: "", advice: "Write the channel." }];
  });
  return cellIssues(faults, table, { column }, table.rows.length);
}

/** A channel column without a single name. */
function noChannels(table: Table, { channel: column }: ExpandedMediaRows): Issue {
  return makeIssue({
    code: "data.no-channels",
    place: { ...headerPlace(table), column },
    rule: "the channel column must name channels",
    got: "empty cells only",
    advice: "Write the channel of each row.",
  });
}

/** A second row of a level where one is allowed. */
export function repeatedRow(
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

/** The positions where a channel, or one of the levels that make it up, has no row; one issue, placed on the first. */
export function lackingRows(
  table: Table,
  { channel: column }: ExpandedMediaRows,
  { role, spend, exposure }: DraftChannel,
  { cells, dimensions, periods }: Pick<Grid, "cells" | "dimensions" | "periods">,
  lacking: Int32Array,
): readonly SeriesGap[] {
  const positions = [...lacking.keys()].filter((position) => lacking[position]! > 0);
  const [position] = positions;
  if (position === undefined) return [];
  const [cell, period] = [Math.floor(position / periods.length), position % periods.length];
  const named = dimensions === undefined ? {} : { cell: cells[cell]! };
  const several = (role.levels?.length ?? 1) > 1;
  const more = positions.length === 1 ? "" : ` here and at ${positions.length - 1} more of ${lacking.length}`;
  const issue = makeIssue({
    code: "data.missing-row",
    place: { file: table.file, column, channel: role.name, ...named, period: periods[period]! },
    rule: `${several ? "each level of a channel" : "each channel"} must have a row in each cell and period`,
    got: `${several ? `none for ${lacking[position]!} of ${role.levels!.length} levels` : "none"}${more}`,
    advice: 'Add the rows, or let `mediaRows.absent` be "zero" where no row means no spend.',
  });
  return [{ issue, positions, series: [spend ?? [], exposure ?? []].flat() }];
}
