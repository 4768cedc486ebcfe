/** The address of a series or of one of its values, as far as the data set remembers where it came from. */
import { expandRoles } from "../roles/expand-roles.js";
import type { Dataset } from "../dataset/dataset.js";
import type { Place } from "../issue/issue.js";
import { rowPlace } from "../table/table.js";

/** What is looked at: a channel's spend or exposure, or a column by name; a cell; and the position, if it is one value. */
export interface Address {
  readonly channel?: string;
  readonly exposure?: string;
  readonly column?: string;
  /** Index of a cell, where a series is looked at in one cell. */
  readonly cell?: number;
  /** cell × time */
  readonly position?: number;
}

/** The place of an address. A whole series is placed on the header's line, where its column is named. */
export function placeOf(
  dataset: Pick<Dataset, "name" | "cells" | "dimensions" | "periods" | "channels" | "source">,
  address: Address,
): Place {
  const { cells, dimensions, periods, channels, source } = dataset;
  const { channel, exposure, position } = address;
  const cell = position === undefined ? address.cell : Math.floor(position / periods.length);
  const roles = source && expandRoles(source.roles);
  const rows = channel === undefined ? undefined : roles?.mediaRows;
  const role = roles?.channels.find(({ name }) => name === channel);
  const media = source?.media;
  const table = rows && media ? media : { file: dataset.name, ...source };
  const k = channels.findIndex(({ name }) => name === channel);
  const lines = rows && media ? media.lines[k] : source?.lines;
  const line = position === undefined ? 0 : (lines?.[position] ?? 0);
  return {
    file: table.file,
    ...(line > 0 ? rowPlace(table, line) : { line: position === undefined ? table.headerLine : undefined }),
    column: rows
      ? exposure === undefined
        ? rows.spend
        : rows.exposure
      : (exposure ?? (channel === undefined ? address.column : role?.spend)),
    channel,
    cell: dimensions === undefined || cell === undefined ? undefined : cells[cell],
    period: position === undefined ? undefined : periods[position % periods.length],
  };
}
