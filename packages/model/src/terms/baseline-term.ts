/**
 * The baseline: what would have been sold without media, around the media, in coordinates that the data pin.
 *
 * Columns with a coefficient per cell are pinned last, given everything else; before them the time effects; before them
 * the columns that all cells share. Each is pinned given what came before it (`pinnedBlock`), so that all maps are
 * triangular; only that of time effects has a Jacobian that depends on parameters.
 */

import { add, at, axis, constant, contract, type Expression, multiply, stack } from "@mmm/autodiff";
import { mean as meanOf } from "@mmm/numerics";
import type { Panel } from "../parameters/panel.js";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import type { TimeEffectsSpec } from "../spec/model-spec.js";
import type { BaselineColumn } from "./baseline-columns.js";
import {
  type ColumnCoefficient,
  columnAxes,
  type CommonValue,
  commonValues,
  ownBlock,
} from "./column-coefficients.js";
import type { PanelSize } from "./column-space.js";
import { pinnedBlock } from "./pinned-block.js";
import { pinnedColumns } from "./pinned-columns.js";
import type { PinnedTerm } from "./pinned-term.js";
import { planBaseline, type PlanStep } from "./plan-baseline.js";
import { type SeenPeriods, type TimeEffects, timeEffects } from "./time-effects.js";

/** The baseline around given media. */
export interface BaselineTerm {
  readonly columns: readonly BaselineColumn[];
  /** In the order in which each is pinned given those before. */
  readonly pinned: readonly PinnedTerm[];
  /** Parameters that are sampled as they stand: of columns of restricted sign, common values, spreads and deviations. */
  readonly blocks: readonly ParameterBlock[];
  /** [cell, time] media plus baseline, scaled. */
  readonly mean: Expression;
  /** [column] scalar, or [cell]: the scaled coefficient of each column, deviations included. */
  readonly coefficients: readonly Expression[];
  /** What pooled coefficients have in common. */
  readonly common: readonly CommonValue[];
  /** [time] scaled; absent where there are none. */
  readonly timeEffects: Expression | undefined;
}

/** What is believed of a baseline, besides its columns. */
export interface BaselineChoices {
  /** Which pooled columns are sampled as they stand. */
  readonly centred: (column: BaselineColumn) => boolean;
  readonly timeEffects: TimeEffectsSpec | null;
  /** What the cells of each period say, by which time effects are sampled. */
  readonly observed: SeenPeriods;
}

/** Fewer cells than these cannot tell what moves all of them from what moves each. */
const fewestCells = 3;

/** Time effects given the rest of the mean, and what cells have coefficients of their own for. */
function timeEffectsAround(
  rest: Expression,
  size: PanelSize,
  ofCells: readonly PlanStep[],
  { timeEffects: spec, observed }: BaselineChoices,
): TimeEffects | undefined {
  if (spec === null || size.cells < fewestCells) return undefined;
  return timeEffects(
    spec,
    rest,
    ofCells.flatMap(({ columns }) => usualValues(columns, size)),
    observed,
  );
}

/** Builds the baseline of given columns around scaled media [cell, time]. */
export function baselineTerm(
  panel: Panel,
  periods: number,
  columns: readonly BaselineColumn[],
  media: Expression,
  choices: BaselineChoices,
): BaselineTerm {
  const size = { cells: panel.cells.length, periods };
  const { coefficients, shared, ofCells } = planBaseline(panel, size, columns, choices.centred);
  const homes = [...shared, ...ofCells].flatMap((step) => step.columns);
  const { found, blocks, ...standing } = standingColumns(panel, size, coefficients, homes, media);
  let { mean } = standing;
  const pin = ({ space, columns: own }: PlanStep): PinnedTerm => {
    const block = pinnedBlock(space, own, mean);
    own.forEach((column, i) =>
      found.set(column, space.inPanel(at(block.coefficients, "coefficient", i), size)),
    );
    mean = add(mean, space.inPanel(block.effect, size));
    const beliefs = own.map((column) => coefficients.find((each) => each.column === column)!);
    return pinnedColumns(block, beliefs);
  };
  const pinned = shared.map(pin);
  const effects = timeEffectsAround(mean, size, ofCells, choices);
  if (effects !== undefined) {
    blocks.push(effects.spread);
    pinned.push(effects.term);
    mean = add(mean, effects.effect);
  }
  pinned.push(...ofCells.map(pin));
  return {
    ...{ columns, pinned, blocks, mean, timeEffects: effects?.effect },
    common: coefficients.flatMap((own) => commonValues(own, found.get(own.column)!)),
    coefficients: coefficients.map(({ column, deviation }) => add(found.get(column)!, deviation ?? 0)),
  };
}

/** [column][time] columns as the mean of the cells. */
function usualValues(
  columns: readonly BaselineColumn[],
  { cells, periods }: PanelSize,
): readonly Float64Array[] {
  return columns.map(({ values }) =>
    values.length === periods
      ? values
      : Float64Array.from({ length: periods }, (_, t) =>
          meanOf(Float64Array.from({ length: cells }, (_cell, g) => values[g * periods + t]!)),
        ),
  );
}

/** What is sampled as it stands: whole columns that cannot be pinned, and the deviations of the others. */
function standingColumns(
  panel: Panel,
  size: PanelSize,
  coefficients: readonly ColumnCoefficient[],
  homes: readonly BaselineColumn[],
  media: Expression,
): {
  readonly found: Map<BaselineColumn, Expression>;
  readonly blocks: ParameterBlock[];
  readonly mean: Expression;
} {
  const found = new Map<BaselineColumn, Expression>();
  const blocks = coefficients.flatMap((own) => own.blocks);
  const effects = coefficients.flatMap((own) => {
    const { column, deviation } = own;
    const block = homes.includes(column) ? undefined : ownBlock(panel, own);
    if (block !== undefined) {
      blocks.push(block);
      found.set(column, block.value);
    }
    const known = block === undefined ? deviation : add(block.value, deviation ?? 0);
    return known === undefined ? [] : [multiply(known, constant(column.values, columnAxes(column, size)))];
  });
  return { found, blocks, mean: effects.reduce((total, effect) => add(total, effect), media) };
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
