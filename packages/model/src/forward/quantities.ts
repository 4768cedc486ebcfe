/** Quantities: what stands in the draws by name — parameters in natural units, and what is derived from them. */

import { add, arrange, at, axis, constant, multiply, stack } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { mean } from "@mmm/numerics";
import type { NamedExpression } from "../parameters/learn-parameter.js";
import type { NamedAxis } from "../parameters/parameter-block.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { type BaselinePart, partAxis } from "../terms/baseline-columns.js";
import type { CommonValue } from "../terms/column-coefficients.js";
import type { ModelTerms } from "../terms/model-terms.js";

/** A parameter or derived quantity that every position has. */
export interface Quantity {
  readonly name: string;
  readonly axes: readonly NamedAxis[];
}

/** The parts of a baseline that columns make, in the order in which they are shown. */
function columnParts({ baseline }: ModelTerms): readonly BaselinePart[] {
  return [...new Set(baseline.columns.map(({ part }) => part))];
}

/** The baseline's coefficients, then what channels and noise learned, with coefficient and ROI last. */
export function listQuantities(
  dataset: Dataset,
  spec: ModelSpec,
  terms: ModelTerms,
): readonly NamedExpression[] {
  const order = dataset.channels.map(({ name }) => name);
  const learned = terms.media.flatMap(({ quantities }) => quantities);
  const last = ["coefficient", "roi"];
  return [
    ...columnParts(terms).map((part) => partQuantity(spec, terms, part)),
    ...timeEffectQuantities(dataset, terms),
    ...merged(
      terms.baseline.common.map((own) => commonQuantity(spec, terms, own)),
      [],
    ),
    ...merged(
      learned.filter(({ name }) => !last.includes(name)),
      order,
    ),
    ...terms.noise.quantities,
    ...merged(
      last.flatMap((name) => learned.filter((own) => own.name === name)),
      order,
    ),
  ];
}

/** What each period moved all cells by, and the spread of that; of a cell of mean size. */
function timeEffectQuantities(
  { periods }: Dataset,
  { scaling, baseline: { timeEffects, blocks } }: ModelTerms,
): readonly NamedExpression[] {
  if (timeEffects === undefined) return [];
  const unit = scaling.kpi * mean(scaling.size);
  const spread = blocks.find(({ name }) => name === "time_effect_spread")!;
  return [
    {
      name: "time_effect",
      axes: [{ name: "time", coordinates: periods }],
      expression: multiply(timeEffects, unit),
    },
    { name: spread.name, axes: [], expression: multiply(spread.value, unit) },
  ];
}

/** A common value or spread of the baseline, for a cell of mean size. */
function commonQuantity(
  spec: ModelSpec,
  { scaling }: ModelTerms,
  { name, column, value }: CommonValue,
): NamedExpression {
  const factor = (scaling.kpi * mean(scaling.size)) / column.divisor;
  const center = name === "intercept_center" ? scaling.kpiCenter * mean(scaling.size) : 0;
  const expression = add(multiply(value, factor), center);
  const along = partAxis(column.part, spec);
  if (along === undefined) return { name, axes: [], expression };
  const axes = [{ name: along, coordinates: [column.coordinate!] }];
  return { name, axes, expression: stack([expression], axis(along, 1)) };
}

/** The coefficients of one part of the baseline in natural units, by cell where cells differ. */
function partQuantity(spec: ModelSpec, terms: ModelTerms, part: BaselinePart): NamedExpression {
  const { baseline, scaling, panel } = terms;
  const indices = baseline.columns.flatMap((column, i) => (column.part === part ? [i] : []));
  const ofCells = indices.some((i) => baseline.coefficients[i]!.axes.length > 0);
  const sizes = ofCells ? scaling.size : Float64Array.of(mean(scaling.size));
  const cellAxes = ofCells ? [axis("cell", panel.cells.length)] : [];
  const rows = indices.map((i) => {
    const { divisor } = baseline.columns[i]!;
    const factors = constant(
      ofCells ? sizes.map((size) => (size * scaling.kpi) / divisor) : (sizes[0]! * scaling.kpi) / divisor,
      cellAxes,
    );
    const own = multiply(baseline.coefficients[i]!, factors);
    // The level of a centred KPI counts from its centre.
    if (part !== "intercept" || scaling.kpiCenter === 0) return own;
    return add(
      own,
      constant(
        ofCells ? sizes.map((size) => size * scaling.kpiCenter) : sizes[0]! * scaling.kpiCenter,
        cellAxes,
      ),
    );
  });
  const axisName = partAxis(part, spec);
  const cells = ofCells ? [panel.axis] : [];
  if (axisName === undefined) return { name: part, axes: cells, expression: rows[0]! };
  const coordinates = indices.map((i) => baseline.columns[i]!.coordinate!);
  return {
    name: part,
    axes: [{ name: axisName, coordinates }, ...cells],
    expression: stack(rows, axis(axisName, rows.length)),
  };
}

/** Quantities of one name as one, along their first axis; channels in the order of the dataset. */
function merged(
  quantities: readonly NamedExpression[],
  order: readonly string[],
): readonly NamedExpression[] {
  const names = [...new Set(quantities.map(({ name }) => name))];
  return names.map((name) =>
    mergeOne(
      quantities.filter((own) => own.name === name),
      order,
    ),
  );
}

function mergeOne(quantities: readonly NamedExpression[], order: readonly string[]): NamedExpression {
  const [first] = quantities;
  if (quantities.length === 1) return first!;
  const along = first!.axes[0]!.name;
  const widest = quantities.reduce((most, own) => (own.axes.length > most.axes.length ? own : most));
  const others = widest.axes.slice(1);
  const shape = others.map(({ name, coordinates }) => axis(name, coordinates.length));
  const rows = quantities.flatMap(({ axes, expression }) =>
    axes[0]!.coordinates.map((coordinate, i) => ({
      coordinate,
      row: arrange(at(expression, along, i), shape),
    })),
  );
  if (along === "channel") rows.sort((a, b) => order.indexOf(a.coordinate) - order.indexOf(b.coordinate));
  return {
    name: first!.name,
    axes: [{ name: along, coordinates: rows.map(({ coordinate }) => coordinate) }, ...others],
    expression: stack(
      rows.map(({ row }) => row),
      axis(along, rows.length),
    ),
  };
}
