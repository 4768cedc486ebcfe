/** A parameter of several channels over the cells of a panel: held, shared, pooled or separate. */

import { add, axis, constant, type Expression, multiply } from "@mmm/autodiff";
import type { Prior } from "@mmm/distributions";
import { mean } from "@mmm/numerics";
import type { CellSpec, PooledCells } from "../spec/cell-spec.js";
import type { ParameterSpec } from "../spec/parameter-spec.js";
import { makeDeviations } from "./deviations.js";
import type { Panel } from "./panel.js";
import { makeParameterBlock, naturalValue, type NamedAxis, type ParameterBlock } from "./parameter-block.js";

/** Something that stands in the draws: a name, axes, and an expression in natural units. */
export interface NamedExpression {
  readonly name: string;
  readonly axes: readonly NamedAxis[];
  readonly expression: Expression;
}

/** A parameter as the model uses it. */
export interface LearnedParameter {
  /** [channel], [channel, cell] or, of a list, [channel, its axis], scaled. */
  readonly value: Expression;
  readonly blocks: readonly ParameterBlock[];
  readonly quantities: readonly NamedExpression[];
}

export interface LearnRequest {
  readonly name: string;
  readonly inputName: string;
  readonly axis: NamedAxis;
  /** Where each channel has a list: its axis. All of a list share a prior, and cells share lists. */
  readonly list?: NamedAxis | undefined;
  /** [channel] a prior, or a number that is held. */
  readonly specs: readonly ParameterSpec[];
  /** [channel] how each varies over the cells; of one pooling. */
  readonly cells: readonly CellSpec[];
  /** [channel] factor to natural units in a cell of mean size. */
  readonly naturalScale?: Float64Array;
  /** [cell] factor of each cell on top, 1 on average. */
  readonly cellScale?: Float64Array;
  /** [channel] or [channel, cell]: see `ParameterBlockRequest`. */
  readonly shift?: Expression;
}

/** Makes a parameter. */
export function learnParameter(panel: Panel, request: LearnRequest): LearnedParameter {
  const { name, axis: channels, specs } = request;
  if (specs.every((spec) => typeof spec === "number")) {
    const value = constant(specs, [axis(channels.name, specs.length)]);
    return { value, blocks: [], quantities: [] };
  }
  const [cells] = request.cells;
  if (panel.cells.length === 1 || cells!.pooling === "shared" || request.list !== undefined) {
    const block = outerBlock(request, name);
    const expression = naturalValue(block);
    return { value: block.value, blocks: [block], quantities: [{ name, axes: block.axes, expression }] };
  }
  return cells!.pooling === "separate" ? separate(panel, request) : pooled(panel, request, cells!);
}

function outerBlock(request: LearnRequest, name: string): ParameterBlock {
  const { inputName, axis: channels, list, specs, naturalScale, shift } = request;
  const each = <T>(values: readonly T[]): readonly T[] =>
    list === undefined ? values : values.flatMap((own) => list.coordinates.map(() => own));
  return makeParameterBlock({
    ...{ name, inputName, priors: each(specs as readonly Prior[]) },
    axes: list === undefined ? [channels] : [channels, list],
    ...(naturalScale && { naturalScale: Float64Array.from(each([...naturalScale])) }),
    ...(shift && { shift }),
  });
}

function separate(panel: Panel, request: LearnRequest): LearnedParameter {
  const { name, inputName, axis: channels, specs, shift } = request;
  const axes = [channels, panel.axis];
  const priors = specs.flatMap((spec) => panel.cells.map(() => spec as Prior));
  const naturalScale = cellFactors(panel, request);
  const block = makeParameterBlock({ name, inputName, axes, priors, naturalScale, ...(shift && { shift }) });
  return {
    value: block.value,
    blocks: [block],
    quantities: [{ name, axes, expression: naturalValue(block) }],
  };
}

function pooled(panel: Panel, request: LearnRequest, { by, centring }: PooledCells): LearnedParameter {
  const { name, inputName, axis: channels } = request;
  const spreads = request.cells.map((cells) => (cells as PooledCells).spread);
  const deviations = makeDeviations(panel, {
    ...{ name, inputName, axes: [channels], spreads, by },
    centred: centring === "centred",
  });
  const center = outerBlock(request, `${name}_center`);
  const value = center.support.constrain(add(center.coordinate, deviations.value));
  const axes = [channels, panel.axis];
  const factors = constant(
    cellFactors(panel, request),
    axes.map((own) => axis(own.name, own.coordinates.length)),
  );
  return {
    value,
    blocks: [...deviations.blocks, center],
    quantities: [
      { name, axes, expression: multiply(value, factors) },
      { name: center.name, axes: center.axes, expression: naturalValue(center) },
      ...deviations.blocks.filter(({ shown }) => shown).map(blockQuantity),
    ],
  };
}

/** A block as it stands in the draws. */
export function blockQuantity(block: ParameterBlock): NamedExpression {
  return { name: block.name, axes: block.axes, expression: naturalValue(block) };
}

/** [channel × cell] factors to natural units. */
function cellFactors(panel: Panel, { specs, naturalScale, cellScale }: LearnRequest): Float64Array {
  return Float64Array.from(
    specs.flatMap((_, i) => panel.cells.map((_, g) => (naturalScale?.[i] ?? 1) * (cellScale?.[g] ?? 1))),
  );
}

/** [cell] sizes as factors on their mean, which stands in the natural scale of shared parameters. */
export function relativeSizes(size: Float64Array): { readonly mean: number; readonly factors: Float64Array } {
  const center = mean(size);
  return { mean: center, factors: size.map((value) => value / center) };
}
