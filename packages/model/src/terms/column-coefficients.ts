/** What each baseline column becomes in a panel: a shared coefficient, one per cell, or a shared one with deviations. */

import { add, axis, type Expression } from "@mmm/autodiff";
import { distributionOf, type Prior, priorParameters } from "@mmm/distributions";
import { makeDeviations } from "../parameters/deviations.js";
import { groupingsOf, type Panel } from "../parameters/panel.js";
import { makeParameterBlock, type ParameterBlock } from "../parameters/parameter-block.js";
import type { PooledCells } from "../spec/cell-spec.js";
import type { BaselineColumn } from "./baseline-columns.js";

/** A belief about coefficients of cells that other parameters state: normal around a location. */
export interface PooledBelief {
  /** Scalar or [cell]. */
  readonly location: Expression;
  readonly spread: Expression;
}

/** One column on its way into the baseline. */
export interface ColumnCoefficient {
  readonly column: BaselineColumn;
  /** Whether every cell has a coefficient of its own. */
  readonly ofCells: boolean;
  /** Of cells around a common value; otherwise the column's prior holds. */
  readonly pooled?: PooledBelief;
  /** [cell] what cells add to a shared coefficient. */
  readonly deviation?: Expression;
  /** Parameters that stand for themselves: the common value, spreads, deviations. */
  readonly blocks: readonly ParameterBlock[];
}

/** The common value or a spread of a column's pooled coefficients, as it stands in the draws. */
export interface CommonValue {
  readonly name: string;
  readonly column: BaselineColumn;
  /** Scalar, scaled. */
  readonly value: Expression;
}

/** Common values and spreads of a column whose shared coefficient, where it has one, is `shared`. */
export function commonValues(
  { column, blocks, deviation }: ColumnCoefficient,
  shared: Expression,
): readonly CommonValue[] {
  const own = blocks.flatMap(({ shown, name, value }) => (shown ? [{ name, column, value }] : []));
  return deviation === undefined ? own : [{ name: `${column.part}_center`, column, value: shared }, ...own];
}

/**
 * Decides for a column.
 *
 * Pooled coefficients are sampled as they stand (centred: they become columns of each cell, pinned by its data), or as a
 * shared coefficient plus spread · z (non-centred), as `centred` says.
 */
export function columnCoefficient(panel: Panel, column: BaselineColumn, centred: boolean): ColumnCoefficient {
  const { cells } = column;
  if (panel.cells.length === 1 || cells.pooling === "shared") return { column, ofCells: false, blocks: [] };
  if (cells.pooling === "separate" || panel.cells.length < fewestCells) {
    return { column, ofCells: true, blocks: [] };
  }
  return centred ? aroundCommon(panel, column, cells) : commonAndDeviations(panel, column, cells);
}

/** Of fewer cells than this nobody can learn a spread: its long tail would be all prior, and pooled means separate. */
const fewestCells = 4;

/** Whether the real line is all of its support: only then do shifts of other parameters leave it where it may be. */
export function isFree({ prior }: BaselineColumn): boolean {
  return distributionOf(prior.distribution).support(priorParameters(prior)).kind === "real";
}

/** Brands and regions are few, and their spreads all prior: unless asked, a baseline differs between cells alone. */
function groupsOf({ by }: PooledCells): readonly string[] {
  return by === "auto" ? ["cell"] : by;
}

function commonAndDeviations(panel: Panel, column: BaselineColumn, cells: PooledCells): ColumnCoefficient {
  const { spread } = cells;
  const by = groupsOf(cells);
  const deviations = makeDeviations(panel, {
    ...{ name: column.part, inputName: inputNameOf(column), axes: [], spreads: [spread], by, centred: false },
  });
  return { column, ofCells: false, deviation: deviations.value, blocks: deviations.blocks };
}

/** The cells' own deviations become the coefficients; those of other groupings move what they lie around. */
function aroundCommon(panel: Panel, column: BaselineColumn, cells: PooledCells): ColumnCoefficient {
  const { spread } = cells;
  const name = inputNameOf(column);
  const center = makeParameterBlock({
    ...{ name: `${column.part}_center`, inputName: `${name} center`, axes: [], priors: [column.prior] },
  });
  const others = groupingsOf(panel, groupsOf(cells)).filter((grouping) => grouping.name !== "cell");
  const suffix = others.length === 0 ? "" : "_cell";
  const own = makeParameterBlock({
    ...{
      name: `${column.part}_spread${suffix}`,
      inputName: `${name} spread of cell`,
      axes: [],
      priors: [spread],
    },
  });
  if (others.length === 0) {
    return {
      ...{ column, ofCells: true, blocks: [center, own] },
      pooled: { location: center.value, spread: own.value },
    };
  }
  const groups = makeDeviations(panel, {
    ...{ name: column.part, inputName: name, axes: [], spreads: [spread], centred: false },
    by: others.map((grouping) => grouping.name),
  });
  return {
    ...{ column, ofCells: true, blocks: [center, own, ...groups.blocks] },
    pooled: { location: add(center.value, groups.value), spread: own.value },
  };
}

/** Whether a grouping of single cells is there to be centred. */
export function mayCentre(panel: Panel, { cells }: BaselineColumn): boolean {
  return (
    cells.pooling === "pooled" && groupingsOf(panel, groupsOf(cells)).some(({ name }) => name === "cell")
  );
}

/** A column whose coefficient is sampled as it stands: of restricted sign, or repeating other columns. */
export function ownBlock(panel: Panel, { column, ofCells }: ColumnCoefficient): ParameterBlock {
  const axes = ofCells ? [panel.axis] : [];
  const count = ofCells ? panel.cells.length : 1;
  return makeParameterBlock({
    ...{ name: column.part, inputName: inputNameOf(column), axes },
    priors: Array.from({ length: count }, (): Prior => column.prior),
  });
}

/** [cell, time] or [time]: the values of a column as an axis-named shape. */
export function columnAxes(
  { values }: BaselineColumn,
  { cells, periods }: { readonly cells: number; readonly periods: number },
): ReturnType<typeof axis>[] {
  const time = axis("time", periods);
  return values.length === periods ? [time] : [axis("cell", cells), time];
}

function inputNameOf({ part, coordinate }: BaselineColumn): string {
  return coordinate === undefined ? part : `${part}: ${coordinate}`;
}
