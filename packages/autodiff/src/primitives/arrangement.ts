/** Arrangement: moving elements without changing them — reordering and spreading axes, slices, stacks. */

import { type Axis, axis as makeAxis, elementCount, hasAxis, sameAxes } from "../axis.js";
import { axisIndex, describeExpression, type Expression, makeNode, type Primitive } from "../expression.js";
import { loopBlocks, planLoops } from "../program/loops.js";
import type { Buffer, Step } from "../program/step.js";

/** Copies `from` into `to` over the loops of `axes`, both shifted by whole elements. */
function copy(
  step: Step,
  axes: readonly Axis[],
  to: Buffer,
  from: Buffer,
  shift: { to?: number; from?: number },
): void {
  for (const { counts, strides, offsets } of loopBlocks(planLoops(axes, [to.axes, from.axes]))) {
    const [n2, n1, n0] = counts;
    const [[out2, out1, out0], [x2, x1, x0]] = strides as [number, number, number][] as [
      [number, number, number],
      [number, number, number],
    ];
    const out = to.offset + offsets[0]! + (shift.to ?? 0);
    const x = from.offset + offsets[1]! + (shift.from ?? 0);
    step.call("copy", { out, x, n2, n1, n0, out2, out1, out0, x2, x1, x0 });
  }
}

const arrangePrimitive: Primitive = {
  name: "arrange",
  emit: (step) => copy(step, step.outputs[0]!.axes, step.outputs[0]!, step.operands[0]!, {}),
  pullback: ({ operands: [x] }, [g]) => [collapseTo(g!, x!.axes)],
};

/** Undoes a spread: sums over the axes that the result lacks. */
const collapsePrimitive: Primitive = {
  name: "collapse",
  emit: (step) => {
    const out = step.outputs[0]!;
    const x = step.operands[0]!;
    step.call("fill", { out: out.offset, n: elementCount(out.axes), value: step.scalar(0) });
    for (const { counts, strides, offsets } of loopBlocks(planLoops(x.axes, [out.axes, x.axes]))) {
      const [n2, n1, n0] = counts;
      const [[out2, out1, out0], [a2, a1, a0]] = strides as [number, number, number][] as [
        [number, number, number],
        [number, number, number],
      ];
      const bases = { out: out.offset + offsets[0]!, a: x.offset + offsets[1]!, b: step.scalar(1) };
      step.call("contract", { ...bases, n2, n1, n0, out2, out1, out0, a2, a1, a0, b2: 0, b1: 0, b0: 0 });
    }
  },
  pullback: ({ operands: [x] }, [g]) => [arrange(g!, x!.axes)],
};

function collapseTo(x: Expression, axes: readonly Axis[]): Expression {
  return x.axes.every(({ name }) => hasAxis(axes, name))
    ? arrange(x, axes)
    : makeNode(collapsePrimitive, [x], axes);
}

/**
 * The same elements with the axes in another order, repeated along axes that the expression lacks.
 *
 * @param x     any axes, all of them in `axes`
 * @param axes  the order wanted, outermost first
 * @returns     [axes]
 * @throws {RangeError} when an axis of x is not in `axes`
 * @example
 * const [channel, time] = [axis("channel", 2), axis("time", 2)];
 * evaluate(arrange(constant([1, 2, 3, 4], [channel, time]), [time, channel])); // => [1, 3, 2, 4]
 */
export function arrange(x: Expression, axes: readonly Axis[]): Expression {
  const lost = x.axes.find(({ name }) => !hasAxis(axes, name));
  if (lost !== undefined) {
    throw new RangeError(
      `arrange: every axis must stay, got ${describeExpression(x)} without "${lost.name}". Use \`sum\` to remove an axis.`,
    );
  }
  return sameAxes(x.axes, axes) ? x : makeNode(arrangePrimitive, [x], axes);
}

/** What an expression spreads over further axes without reordering any; undefined where it is no such thing. */
export function spreadSource({ primitive, operands, axes }: Expression): Expression | undefined {
  const source = operands[0];
  if (primitive !== arrangePrimitive || source === undefined) return undefined;
  const kept = axes.filter(({ name }) => hasAxis(source.axes, name));
  return sameAxes(kept, source.axes) ? source : undefined;
}

/** Elements between two neighbours along axis `index` of a row-major array. */
function strideOf(axes: readonly Axis[], index: number): number {
  return elementCount(axes.slice(index + 1));
}

const slicePrimitive: Primitive = {
  name: "slice",
  emit: (step) => {
    const from = step.operands[0]!;
    const to = step.outputs[0]!;
    const index = Number(step.attributes.index);
    copySlab(step, { part: to, whole: from, index, start: Number(step.attributes.start), intoWhole: false });
  },
  pullback: ({ operands: [x], attributes }, [g]) => [
    makeNode(placePrimitive, [g!], x!.axes, { index: attributes.index!, start: attributes.start! }),
  ],
};

/** The reverse of a slice: the part among zeros. */
const placePrimitive: Primitive = {
  name: "place",
  emit: (step) => {
    const to = step.outputs[0]!;
    const index = Number(step.attributes.index);
    step.call("fill", { out: to.offset, n: elementCount(to.axes), value: step.scalar(0) });
    copySlab(step, {
      part: step.operands[0]!,
      whole: to,
      index,
      start: Number(step.attributes.start),
      intoWhole: true,
    });
  },
  pullback: ({ operands: [part], attributes }, [g]) => {
    const index = Number(attributes.index);
    const size = part!.axes[index]?.name === g!.axes[index]!.name ? part!.axes[index]!.size : 1;
    return [sliceAt(g!, index, Number(attributes.start), size, part!.axes)];
  },
};

interface Slab {
  readonly part: Buffer;
  readonly whole: Buffer;
  readonly index: number;
  readonly start: number;
  readonly intoWhole: boolean;
}

/** Copies between a whole array and a run of it along one axis (outer × run × inner). */
function copySlab(step: Step, { part, whole, index, start, intoWhole }: Slab): void {
  const inner = strideOf(whole.axes, index);
  const run = elementCount(part.axes) / elementCount(whole.axes.slice(0, index));
  const wholeStride = inner * whole.axes[index]!.size;
  const [n1, n0] = [elementCount(whole.axes.slice(0, index)), run];
  const wholeOffset = whole.offset + start * inner;
  const [out, x] = intoWhole ? [wholeOffset, part.offset] : [part.offset, wholeOffset];
  const [out1, x1] = intoWhole ? [wholeStride, run] : [run, wholeStride];
  step.call("copy", { out, x, n2: 1, n1, n0, out2: 0, out1, out0: 1, x2: 0, x1, x0: 1 });
}

function sliceAt(
  x: Expression,
  index: number,
  start: number,
  size: number,
  axes: readonly Axis[],
): Expression {
  const whole = x.axes[index]!;
  if (!Number.isInteger(start) || start < 0 || start + size > whole.size) {
    throw new RangeError(
      `slice: start and length must lie within axis "${whole.name}" of ${describeExpression(x)}, got ${start} + ${size}. ` +
        `Stay below ${whole.size}.`,
    );
  }
  return makeNode(slicePrimitive, [x], axes, { index, start });
}

/**
 * A run of coordinates along one axis.
 *
 * @param x      any axes, `along` among them
 * @param along  name of the axis
 * @param start  first coordinate, from 0
 * @param size   how many coordinates
 * @returns      the axes of x, `along` now of that size
 * @throws {RangeError} when the run leaves the axis
 * @example
 * evaluate(slice(constant([1, 2, 3, 4], [axis("time", 4)]), "time", 1, 2)); // => [2, 3]
 */
export function slice(x: Expression, along: string, start: number, size: number): Expression {
  const index = axisIndex("slice", x, along);
  const axes = x.axes.map((axis, i) => (i === index ? makeAxis(along, size) : axis));
  return sliceAt(x, index, start, size, axes);
}

/**
 * One coordinate of an axis, which disappears.
 *
 * @param x           any axes, `along` among them
 * @param along       name of the axis
 * @param coordinate  which one, from 0
 * @returns           the axes of x without `along`
 * @throws {RangeError} when there is no such coordinate
 * @example
 * evaluate(at(constant([1, 2, 3], [axis("channel", 3)]), "channel", 2)); // => [3]
 */
export function at(x: Expression, along: string, coordinate: number): Expression {
  const index = axisIndex("at", x, along);
  return sliceAt(
    x,
    index,
    coordinate,
    1,
    x.axes.filter((_, i) => i !== index),
  );
}

const concatenatePrimitive: Primitive = {
  name: "concatenate",
  emit: (step) => {
    const whole = step.outputs[0]!;
    const index = Number(step.attributes.index);
    let start = 0;
    for (const part of step.operands) {
      copySlab(step, { part, whole, index, start, intoWhole: true });
      start += part.axes[index]!.size;
    }
  },
  pullback: ({ operands, attributes }, [g], wanted) => {
    const index = Number(attributes.index);
    let start = 0;
    return operands.map((part, i) => {
      const { size } = part.axes[index]!;
      const adjoint = wanted[i] ? sliceAt(g!, index, start, size, part.axes) : undefined;
      start += size;
      return adjoint;
    });
  },
};

/**
 * Arrays laid one after another along an axis that all of them have.
 *
 * @param parts  arrays with the same axes in the same order; only `along` may differ in size
 * @param along  name of the axis
 * @returns      the axes of the parts, `along` as long as all together
 * @throws {RangeError} naming the parts when they differ in another axis
 * @example
 * const time = axis("time", 2);
 * evaluate(concatenate([constant([1, 2], [time]), constant([3], [axis("time", 1)])], "time")); // => [1, 2, 3]
 */
export function concatenate(parts: readonly Expression[], along: string): Expression {
  const [first] = parts;
  const index = axisIndex("concatenate", first!, along);
  const fits = ({ axes }: Expression): boolean =>
    sameAxes(axes, first!.axes) && axes.every(({ size }, i) => i === index || size === first!.axes[i]!.size);
  if (!parts.every(fits)) {
    throw new RangeError(
      `concatenate: the parts must differ in "${along}" alone, got ${parts.map(describeExpression).join(" and ")}. ` +
        `Use \`arrange\` to give them one order.`,
    );
  }
  const size = parts.reduce((total, { axes }) => total + axes[index]!.size, 0);
  const axes = first!.axes.map((axis, i) => (i === index ? makeAxis(along, size) : axis));
  return makeNode(concatenatePrimitive, parts, axes, { index });
}

const stackPrimitive: Primitive = {
  name: "stack",
  emit: (step) => {
    const whole = step.outputs[0]!;
    step.operands.forEach((part, start) => copySlab(step, { part, whole, index: 0, start, intoWhole: true }));
  },
  pullback: ({ operands }, [g], wanted) =>
    operands.map((part, i) => (wanted[i] ? sliceAt(g!, 0, i, 1, part.axes) : undefined)),
};

/**
 * Arrays of the same axes laid side by side along a new outermost axis.
 *
 * @param parts  arrays with the same axes in the same order; as many as the new axis has coordinates
 * @param along  the new axis
 * @returns      [along, axes of the parts]
 * @throws {RangeError} when the parts differ in axes or number
 * @example
 * evaluate(stack([constant(1), constant(2)], axis("channel", 2))); // => [1, 2]
 */
export function stack(parts: readonly Expression[], along: Axis): Expression {
  const odd = parts.find(({ axes }) => !sameAxes(axes, parts[0]!.axes));
  if (odd !== undefined || parts.length !== along.size) {
    throw new RangeError(
      `stack: needs ${along.size} parts with the same axes, got ${parts.map(describeExpression).join(" and ")}. ` +
        `Use \`arrange\` to give them one order.`,
    );
  }
  return makeNode(stackPrimitive, parts, [along, ...parts[0]!.axes]);
}
