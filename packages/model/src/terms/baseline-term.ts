/**
 * The baseline: what would have been sold without media, around the media, in coordinates that the data pin.
 *
 * Columns with a coefficient per cell are pinned last, given everything else; before them those that all cells share over
 * time (trend, season, knots); before them those that differ between cells and share a coefficient. Each block is pinned
 * given what came before it (`pinnedBlock`), so that all maps are triangular and no Jacobian depends on a parameter.
 */

import { add, at, axis, constant, contract, type Expression, multiply, stack } from "@mmm/autodiff";
import type { Panel } from "../parameters/panel.js";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import type { BaselineColumn } from "./baseline-columns.js";
import { baselinePrior, type PinnedBelief } from "./baseline-prior.js";
import {
  type ColumnCoefficient,
  columnAxes,
  columnCoefficient,
  type CommonValue,
  commonValues,
  isFree,
  ownBlock,
} from "./column-coefficients.js";
import { cellSpace, type ColumnSpace, type PanelSize, panelSpace, timeSpace } from "./column-space.js";
import { independentColumns, pinnedBlock } from "./pinned-block.js";

/** The baseline around given media. */
export interface BaselineTerm {
  readonly columns: readonly BaselineColumn[];
  /** In the order in which each is pinned given those before. */
  readonly pinned: readonly PinnedBelief[];
  /** Parameters that are sampled as they stand: of columns of restricted sign, common values, spreads and deviations. */
  readonly blocks: readonly ParameterBlock[];
  /** Scalar: log prior density of the pinned coefficients, up to the constant Jacobian of their maps. */
  readonly logPrior: Expression;
  /** [cell, time] media plus baseline, scaled. */
  readonly mean: Expression;
  /** [column] scalar, or [cell]: the scaled coefficient of each column, deviations included. */
  readonly coefficients: readonly Expression[];
  /** What pooled coefficients have in common. */
  readonly common: readonly CommonValue[];
}

/** Builds the baseline of given columns around scaled media [cell, time]; `centred` says which pooled columns are. */
export function baselineTerm(
  panel: Panel,
  periods: number,
  columns: readonly BaselineColumn[],
  media: Expression,
  centred: (column: BaselineColumn) => boolean,
): BaselineTerm {
  const size = { cells: panel.cells.length, periods };
  const coefficients = columns.map((column) => columnCoefficient(panel, column, centred(column)));
  const plan = planColumns(size, coefficients);
  const found = new Map<BaselineColumn, Expression>();
  const blocks = coefficients.flatMap((own) => own.blocks);
  let mean = media;
  for (const own of coefficients) {
    const isPinned = plan.some((step) => step.columns.includes(own.column));
    if (!isPinned) {
      const block = ownBlock(panel, own);
      blocks.push(block);
      found.set(own.column, block.value);
    }
    const known = isPinned ? own.deviation : add(found.get(own.column)!, own.deviation ?? 0);
    if (known !== undefined) {
      mean = add(mean, multiply(known, constant(own.column.values, columnAxes(own.column, size))));
    }
  }
  const pinned = plan.map(({ space, columns: own }): PinnedBelief => {
    const block = pinnedBlock(space, own, mean);
    own.forEach((column, i) =>
      found.set(column, space.inPanel(at(block.coefficients, "coefficient", i), size)),
    );
    mean = add(mean, space.inPanel(block.effect, size));
    return { block, beliefs: coefficients.filter(({ column }) => own.includes(column)) };
  });
  return {
    ...{ columns, pinned, blocks, mean },
    logPrior: pinned.map(baselinePrior).reduce((total, own) => add(total, own), constant(0)),
    common: coefficients.flatMap((own) => commonValues(own, found.get(own.column)!)),
    coefficients: coefficients.map(({ column, deviation }) => add(found.get(column)!, deviation ?? 0)),
  };
}

interface PlanStep {
  readonly space: ColumnSpace;
  readonly columns: readonly BaselineColumn[];
}

/** Which columns are pinned in which space, in order. */
function planColumns(size: PanelSize, coefficients: readonly ColumnCoefficient[]): readonly PlanStep[] {
  const free = coefficients.filter(({ column, pooled }) => pooled !== undefined || isFree(column));
  const ofCells = free.filter((own) => own.ofCells).map(({ column }) => column);
  const everywhere = ofCells.filter(({ without }) => without === undefined);
  const elsewhere = ofCells.filter(({ without }) => without !== undefined);
  const shared = free.filter((own) => !own.ofCells).map(({ column }) => column);
  // What every cell can say for itself over time; what cells without a coefficient cannot say is not looked past.
  const later = ofCells.filter(({ values }) => values.length === size.periods).map(({ values }) => values);
  const steps: PlanStep[] = [
    {
      space: panelSpace(size, later),
      columns: size.cells === 1 ? [] : shared.filter(({ values }) => values.length > size.periods),
    },
    {
      space: timeSpace(size, later),
      columns: shared.filter(({ values }) => size.cells === 1 || values.length === size.periods),
    },
    {
      space: cellSpace(
        size,
        undefined,
        elsewhere.map(({ values }) => values),
      ),
      columns: everywhere,
    },
    { space: cellSpace(size, elsewhere[0]?.without, []), columns: elsewhere },
  ];
  return steps
    .map(({ space, columns }) => ({ space, columns: independentColumns(space, columns) }))
    .filter(({ columns }) => columns.length > 0);
}

/** [cell, time], or [time] where cells are alike: Σ coefficient · column of the columns at some positions, computed by kind together. */
export function sumColumns(
  { columns, coefficients }: BaselineTerm,
  indices: readonly number[],
  size: PanelSize,
): Expression {
  const kindOf = (i: number): string => `${coefficients[i]!.axes.length} ${columns[i]!.values.length}`;
  const kinds = [...new Set(indices.map(kindOf))];
  return kinds
    .map((kind) => {
      const own = indices.filter((i) => kindOf(i) === kind);
      const row = axis("row", own.length);
      const table = constant(
        own.flatMap((i) => [...columns[i]!.values]),
        [row, ...columnAxes(columns[own[0]!]!, size)],
      );
      const values = stack(
        own.map((i) => coefficients[i]!),
        row,
      );
      return contract(values, table, ["row"]);
    })
    .reduce((total, part) => add(total, part), constant(0));
}
