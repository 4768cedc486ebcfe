/** Loops: how named axes become at most three nested counts with one stride per array. */

import { type Axis, hasAxis } from "../axis.js";

/** A nest of loops over several arrays; `strides[array][level]` in elements, levels outermost first. */
export interface Loops {
  readonly counts: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** Row-major strides of an array by axis name. */
function stridesByName(axes: readonly Axis[]): ReadonlyMap<string, number> {
  const strides = new Map<string, number>();
  let stride = 1;
  for (let i = axes.length - 1; i >= 0; i--) {
    strides.set(axes[i]!.name, stride);
    stride *= axes[i]!.size;
  }
  return strides;
}

/**
 * Loops over `order` for arrays laid out by their own axes: an axis an array lacks has stride 0 (broadcasting),
 * neighbours that every array walks as one are merged, axes of size 1 vanish.
 */
export function planLoops(order: readonly Axis[], arrays: readonly (readonly Axis[])[]): Loops {
  const byName = arrays.map(stridesByName);
  const counts: number[] = [];
  const strides: number[][] = arrays.map(() => []);
  for (const { name, size } of order) {
    if (size === 1) continue;
    const step = byName.map((array) => array.get(name) ?? 0);
    const last = counts.length - 1;
    const merges = last >= 0 && step.every((stride, array) => strides[array]![last] === stride * size);
    if (merges) {
      counts[last] = counts[last]! * size;
      step.forEach((stride, array) => (strides[array]![last] = stride));
    } else {
      counts.push(size);
      step.forEach((stride, array) => strides[array]!.push(stride));
    }
  }
  return { counts, strides };
}

/** The same axes with one on which every array steps by 0 or 1 moved innermost, the longest such axis winning. */
export function vectorizableOrder(
  order: readonly Axis[],
  arrays: readonly (readonly Axis[])[],
): readonly Axis[] {
  const byName = arrays.map(stridesByName);
  const unit = (axis: Axis): boolean =>
    byName.every((array, i) => !hasAxis(arrays[i]!, axis.name) || array.get(axis.name) === 1);
  const candidates = order.filter((axis) => axis.size > 1 && unit(axis));
  if (candidates.length === 0) return order;
  const inner = candidates.reduce((best, axis) => (axis.size >= best.size ? axis : best));
  return [...order.filter(({ name }) => name !== inner.name), inner];
}

/** One call's worth of loops: three levels and the offset of each array. */
export interface LoopBlock {
  readonly counts: readonly [number, number, number];
  readonly strides: readonly (readonly [number, number, number])[];
  readonly offsets: readonly number[];
}

/** Splits loops deeper than three levels into one block per step of the outer levels. */
export function loopBlocks({ counts, strides }: Loops): readonly LoopBlock[] {
  const outer = Math.max(0, counts.length - 3);
  const pad = Math.max(0, 3 - counts.length);
  const triple = (values: readonly number[], fill: number): [number, number, number] => {
    const inner = [...new Array<number>(pad).fill(fill), ...values.slice(outer)];
    return [inner[0]!, inner[1]!, inner[2]!];
  };
  const blockCounts = triple(counts, 1);
  const blockStrides = strides.map((array) => triple(array, 0));
  const blocks: LoopBlock[] = [];
  const steps = counts.slice(0, outer).reduce((product, count) => product * count, 1);
  for (let step = 0; step < steps; step++) {
    const offsets = strides.map((array) => {
      let rest = step;
      let offset = 0;
      for (let level = outer - 1; level >= 0; level--) {
        offset += (rest % counts[level]!) * array[level]!;
        rest = Math.floor(rest / counts[level]!);
      }
      return offset;
    });
    blocks.push({ counts: blockCounts, strides: blockStrides, offsets });
  }
  return blocks;
}
