/** Quantities: what stands in the draws by name — parameters in natural units, and what is derived from them. */

import { at, constant, type Expression, multiply, stack } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { type NamedAxis, naturalValue, type ParameterBlock } from "../parameters/parameter-block.js";
import { type BaselinePart, partAxes } from "../terms/baseline-columns.js";
import { partOf } from "../terms/baseline-term.js";
import type { MediaTerm } from "../terms/media-term.js";
import type { ModelTerms } from "../terms/model-terms.js";

/** A parameter or derived quantity that every position has. */
export interface Quantity {
  readonly name: string;
  readonly axes: readonly NamedAxis[];
}

/** The parts that a baseline has, in the order in which they are shown. */
export function baselineParts({ baseline }: ModelTerms): readonly BaselinePart[] {
  return [...new Set(baseline.columns.map(({ part }) => part))];
}

/** One row per channel in the order of the dataset, whichever group computed it. */
export function byChannel(
  dataset: Dataset,
  terms: readonly MediaTerm[],
  of: (term: MediaTerm) => Expression,
): Expression {
  if (terms.length === 1) return of(terms[0]!);
  const rows = dataset.channels.map((_, index) => {
    const term = terms.find(({ group }) => group.indices.includes(index))!;
    return at(of(term), "channel", term.group.indices.indexOf(index));
  });
  return stack(rows, { name: "channel", size: rows.length });
}

type Computed = Quantity & { readonly expression: Expression };

/** The baseline's coefficients, the other parameters with blocks of one name merged, then what is derived from them. */
export function listQuantities(dataset: Dataset, terms: ModelTerms): readonly Computed[] {
  const others = terms.blocks.filter((block) => !terms.baseline.ownBlocks.includes(block));
  const names = [...new Set(others.map(({ name }) => name))];
  const sampled = names.map((name) =>
    mergeBlocks(
      others.filter((block) => block.name === name),
      dataset,
    ),
  );
  const axes = [{ name: "channel", coordinates: dataset.channels.map(({ name }) => name) }];
  const coefficient = byChannel(dataset, terms.media, (term) => term.coefficient);
  return [
    ...baselineParts(terms).map((part) => partQuantity(terms, part)),
    ...sampled.filter(({ name }) => name !== "coefficient" && name !== "roi"),
    { name: "coefficient", axes, expression: multiply(coefficient, terms.scaling.kpi) },
    { name: "roi", axes, expression: byChannel(dataset, terms.media, ({ roi }) => roi) },
  ];
}

/** The coefficients of one part of the baseline in natural units. */
function partQuantity(terms: ModelTerms, part: BaselinePart): Computed {
  const { columns, coefficient } = partOf(terms.baseline, part);
  const factors = columns.map(({ naturalScale }) => naturalScale);
  const axisName = partAxes[part];
  const axes =
    axisName === undefined
      ? []
      : [{ name: axisName, coordinates: columns.map((column) => column.coordinate!) }];
  return { name: part, axes, expression: multiply(coefficient, constant(factors, coefficient.axes)) };
}

/** Blocks of one name along their one axis; channels in the order of the dataset. */
function mergeBlocks(blocks: readonly ParameterBlock[], dataset: Dataset): Computed {
  const [first] = blocks;
  if (blocks.length === 1) return { name: first!.name, axes: first!.axes, expression: naturalValue(first!) };
  const axisName = first!.axes[0]!.name;
  const rows = blocks.flatMap((block) =>
    block.axes[0]!.coordinates.map((coordinate, i) => ({
      coordinate,
      row: at(naturalValue(block), axisName, i),
    })),
  );
  const order = dataset.channels.map(({ name }) => name);
  if (axisName === "channel") rows.sort((a, b) => order.indexOf(a.coordinate) - order.indexOf(b.coordinate));
  return {
    name: first!.name,
    axes: [{ name: axisName, coordinates: rows.map(({ coordinate }) => coordinate) }],
    expression: stack(
      rows.map(({ row }) => row),
      { name: axisName, size: rows.length },
    ),
  };
}
