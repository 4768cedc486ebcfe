/** The plan of a baseline: what each column becomes, and in which space and order its coefficient is pinned. */

import type { Panel } from "../parameters/panel.js";
import type { BaselineColumn } from "./baseline-columns.js";
import { type ColumnCoefficient, columnCoefficient, isFree } from "./column-coefficients.js";
import { cellSpace, type ColumnSpace, type PanelSize, panelSpace, timeSpace } from "./column-space.js";
import { independentColumns } from "./pinned-block.js";

/** Some columns that are pinned together. */
export interface PlanStep {
  readonly space: ColumnSpace;
  readonly columns: readonly BaselineColumn[];
}

/** What becomes of all columns. */
export interface BaselinePlan {
  /** In the order of the columns. */
  readonly coefficients: readonly ColumnCoefficient[];
  /** Columns that all cells share, before those of each cell. */
  readonly shared: readonly PlanStep[];
  readonly ofCells: readonly PlanStep[];
}

/** Makes the plan; `centred` says which pooled columns are sampled as they stand where that can be. */
export function planBaseline(
  panel: Panel,
  size: PanelSize,
  columns: readonly BaselineColumn[],
  centred: (column: BaselineColumn) => boolean,
): BaselinePlan {
  const plan = planOnce(panel, size, columns, centred);
  const pinned = [...plan.shared, ...plan.ofCells].flatMap((step) => step.columns);
  // A centred coefficient must be pinned: where a cell's column repeats others, the shared one takes its place.
  const homeless = plan.coefficients.filter((own) => own.pooled && !pinned.includes(own.column));
  if (homeless.length === 0) return plan;
  const repeating = homeless.map(({ column }) => column);
  return planOnce(panel, size, columns, (column) => centred(column) && !repeating.includes(column));
}

function planOnce(
  panel: Panel,
  size: PanelSize,
  columns: readonly BaselineColumn[],
  centred: (column: BaselineColumn) => boolean,
): BaselinePlan {
  const coefficients = columns.map((column) => columnCoefficient(panel, column, centred(column)));
  const free = coefficients.filter(({ column, pooled }) => pooled !== undefined || isFree(column));
  const ofCells = free.filter((own) => own.ofCells).map(({ column }) => column);
  const everywhere = ofCells.filter(({ without }) => without === undefined);
  const elsewhere = ofCells.filter(({ without }) => without !== undefined);
  const shared = free.filter((own) => !own.ofCells).map(({ column }) => column);
  const valuesOf = (own: readonly BaselineColumn[]): readonly Float64Array[] =>
    own.filter(({ values }) => values.length === size.periods).map(({ values }) => values);
  const differ = ({ values }: BaselineColumn): boolean => size.cells > 1 && values.length > size.periods;
  // What every cell can say for itself over time is looked past; so is, nearly, what all but one can.
  const later = valuesOf(ofCells);
  return {
    coefficients,
    shared: kept([
      { space: panelSpace(size, later), columns: shared.filter(differ) },
      { space: timeSpace(size, later), columns: shared.filter((column) => !differ(column)) },
    ]),
    ofCells: kept([
      { space: cellSpace(size, undefined, valuesOf(elsewhere)), columns: everywhere },
      { space: cellSpace(size, elsewhere[0]?.without, []), columns: elsewhere },
    ]),
  };
}

/** Steps with the columns that are independent; those without any are left out. */
function kept(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps
    .map(({ space, columns }) => ({ space, columns: independentColumns(space, columns) }))
    .filter(({ columns }) => columns.length > 0);
}
