/** Rows: loops of the kernels that work along the innermost axis, with per-row parameters. */

import { type Axis, elementCount } from "../axis.js";
import { loopBlocks, planLoops } from "./loops.js";

/** One call's worth of rows. */
export interface RowBlock {
  /** n2, n1 rows of n0 elements. */
  readonly counts: readonly [number, number, number];
  /** Two row strides per array in `arrays`. */
  readonly strides: readonly (readonly [number, number])[];
  /** Element offsets: of the contiguous result, of a one-value-per-row result, of each array. */
  readonly offsets: { readonly out: number; readonly row: number; readonly of: readonly number[] };
}

/**
 * Rows of a contiguous result with the given axes; every array either ends in the same innermost axis or lacks it.
 */
export function rowBlocks(axes: readonly Axis[], arrays: readonly (readonly Axis[])[]): readonly RowBlock[] {
  const inner = axes[axes.length - 1]!;
  const rows = axes.slice(0, -1);
  // The innermost axis is kept out of the merging, so that rows stay rows.
  const planned = planLoops(rows, [rows, ...arrays.map((array) => array)]);
  const withZeroInner = { counts: [...planned.counts, 1], strides: planned.strides.map((s) => [...s, 0]) };
  return loopBlocks(withZeroInner).map(({ counts, strides, offsets }) => ({
    counts: [counts[0], counts[1], inner.size],
    strides: strides.slice(1).map(([s2, s1]) => [s2, s1] as const),
    offsets: { out: offsets[0]! * inner.size, row: offsets[0]!, of: offsets.slice(1) },
  }));
}

/** Number of rows of an array whose innermost axis is the row. */
export function rowCount(axes: readonly Axis[]): number {
  return elementCount(axes.slice(0, -1));
}
