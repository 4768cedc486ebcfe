/** Where the rows of a table belong: each at one position, cell × time. */
import type { PanelDimension } from "../dataset/panel-dimension.js";

/** The positions of a data set and the rows that fill them. Position of cell g and period t: `g * periods.length + t`. */
export interface Grid {
  readonly cells: readonly string[];
  /** Absent for national data. */
  readonly dimensions?: readonly PanelDimension[];
  /** ISO dates, media history included; "" for a row whose date cannot be read, where rows stand as they come. */
  readonly periods: readonly string[];
  /** [row] the position of each row, -1 where its cell or period is unknown */
  readonly positions: Int32Array;
  /** [position] the first row there, -1 where there is none */
  readonly rows: Int32Array;
}

/** The cell and the period of each row in words, for messages; no cells for national data. */
export interface RowAddresses {
  readonly cells?: readonly (string | undefined)[];
  readonly periods: readonly (string | undefined)[];
}

/** One national row after another, whatever their dates. */
export function rowsGrid(periods: readonly (string | undefined)[]): Grid {
  const rows = new Int32Array(periods.length).map((_, row) => row);
  return { cells: ["national"], periods: periods.map((period) => period ?? ""), positions: rows, rows };
}

/** Rows by their cell and period, given as indices, -1 where unknown; the first of several comes to stand in `rows`. */
export function keyedGrid(
  axes: Pick<Grid, "cells" | "dimensions" | "periods">,
  cellOfRow: Int32Array,
  periodOfRow: Int32Array,
): Grid {
  const width = axes.periods.length;
  const positions = cellOfRow.map((cell, row) => {
    const period = periodOfRow[row]!;
    return cell === -1 || period === -1 ? -1 : cell * width + period;
  });
  const rows = new Int32Array(axes.cells.length * width).fill(-1);
  positions.forEach((position, row) => {
    if (position !== -1 && rows[position] === -1) rows[position] = row;
  });
  return { ...axes, positions, rows };
}
