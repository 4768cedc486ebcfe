/** ColumnSpace: where columns act — in every cell alike, in each cell by its own numbers, or with a coefficient per cell. */

import {
  type Axis,
  axis,
  concatenate,
  constant,
  type Expression,
  gather,
  multiply,
  sum,
} from "@mmm/autodiff";
import { dot, thinQr } from "@mmm/numerics/linear-algebra";
import type { BaselineColumn } from "./baseline-columns.js";

/** One of three ways in which columns meet cells. */
export interface ColumnSpace {
  readonly name: "over time" | "over cells and time" | "of each cell" | "of each cell but one";
  /** The cells that have coefficients of their own; absent where all share them. */
  readonly batch: Axis | undefined;
  /** Positions of those cells in the panel. */
  readonly members: readonly number[];
  /** Axes of a column's values within a batch. */
  readonly sampleAxes: readonly Axis[];
  /** [cell, time] the mean as this space sees it. */
  readonly seen: (rest: Expression) => Expression;
  /** A coefficient or effect of this space as one of the whole panel: 0 in a cell that has none of its own. */
  readonly inPanel: (own: Expression, size: PanelSize) => Expression;
  /** Whether columns are looked at without what later columns can say. */
  readonly looksPast: boolean;
  /** A column without what later columns can say. */
  readonly residual: (column: Float64Array) => Float64Array;
}

/** Numbers of cells and periods. */
export interface PanelSize {
  readonly cells: number;
  readonly periods: number;
}

const whole = (column: Float64Array): Float64Array => column;
const asItStands = (own: Expression): Expression => own;

/** Columns that are alike in all cells, and see the mean of the cells; without what `later` columns [time] can say. */
export function timeSpace({ cells, periods }: PanelSize, later: readonly Float64Array[]): ColumnSpace {
  const seen = (rest: Expression): Expression => multiply(sum(rest, ["cell"]), 1 / cells);
  return {
    ...{ name: "over time", batch: undefined, members: [], seen, inPanel: asItStands },
    sampleAxes: [axis("time", periods)],
    ...lookingPast(later),
  };
}

/** Columns that differ between cells and share a coefficient; without what each cell's `later` columns [time] can say. */
export function panelSpace({ cells, periods }: PanelSize, later: readonly Float64Array[]): ColumnSpace {
  const { directions } = thinQr(later);
  return {
    ...{ name: "over cells and time", batch: undefined, members: [], seen: asItStands, inPanel: asItStands },
    sampleAxes: [axis("cell", cells), axis("time", periods)],
    looksPast: later.length > 0,
    residual:
      later.length === 0
        ? whole
        : (column) => {
            const left = column.slice();
            for (let g = 0; g < cells; g++) {
              const own = left.subarray(g * periods, (g + 1) * periods);
              own.set(withoutDirections(own, directions));
            }
            return left;
          },
  };
}

/** Columns with a coefficient in each cell, except in the cell `without`; without what `later` columns [time] can say. */
export function cellSpace(
  { cells, periods }: PanelSize,
  without: number | undefined,
  later: readonly Float64Array[],
): ColumnSpace {
  const members = Array.from({ length: cells }, (_, g) => g).filter((g) => g !== without);
  const batch = axis("cell", members.length);
  return {
    ...{ name: without === undefined ? "of each cell" : "of each cell but one", batch, members },
    ...lookingPast(later),
    sampleAxes: [axis("time", periods)],
    seen: (rest) => (without === undefined ? rest : gather(rest, "cell", members, batch)),
    inPanel: (own) => (without === undefined ? own : withZero(own, members, cells)),
  };
}

function lookingPast(later: readonly Float64Array[]): Pick<ColumnSpace, "looksPast" | "residual"> {
  if (later.length === 0) return { looksPast: false, residual: whole };
  const { directions } = thinQr(later);
  return { looksPast: true, residual: (column) => withoutDirections(column, directions) };
}

/** Puts rows of cells back in their places, with 0 in the cell that has none. */
function withZero(own: Expression, members: readonly number[], cells: number): Expression {
  const others = own.axes.slice(1);
  const count = others.reduce((product, { size }) => product * size, 1);
  const none = constant(new Float64Array(count), [axis("cell", 1), ...others]);
  const places = Array.from({ length: cells }, (_, g) => members.indexOf(g));
  return gather(
    concatenate([own, none], "cell"),
    "cell",
    places.map((place) => (place < 0 ? members.length : place)),
    axis("cell", cells),
  );
}

/** The values of columns in a space, by batch. */
export function spaceVectors(
  { batch, members, sampleAxes }: ColumnSpace,
  columns: readonly BaselineColumn[],
): readonly (readonly Float64Array[])[] {
  const samples = sampleAxes.reduce((product, { size }) => product * size, 1);
  if (batch === undefined) return [columns.map(({ values }) => values)];
  return members.map((g) =>
    columns.map(({ values }) =>
      values.length === samples ? values : values.subarray(g * samples, (g + 1) * samples),
    ),
  );
}

function withoutDirections(column: Float64Array, directions: readonly Float64Array[]): Float64Array {
  return directions.reduce((left, direction) => {
    const along = dot(left, direction);
    return left.map((value, i) => value - along * direction[i]!);
  }, column);
}
