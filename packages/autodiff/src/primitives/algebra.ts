/**
 * Algebra: addition, subtraction, multiplication, division and contraction (sums of products) with broadcasting by
 * axis name. One file, because each one's derivative is made of the others.
 */

import { type Axis, elementCount, hasAxis, sameAxes } from "../axis.js";
import {
  axisIndex,
  broadcastAxes,
  describeExpression,
  type Expression,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { loopBlocks, planLoops, vectorizableOrder } from "../program/loops.js";
import type { Step } from "../program/step.js";
import { arrange } from "./arrangement.js";

type BroadcastKernel =
  "add" | "subtract" | "multiply" | "divide" | "maximum" | "minimum" | "greater" | "power";

/** Writes the calls of a kernel that broadcasts two operands. */
export function emitBroadcast(kernel: BroadcastKernel): (step: Step) => void {
  return (step) => {
    const [a, b] = step.operands;
    const out = step.outputs[0]!;
    for (const { counts, strides, offsets } of loopBlocks(
      planLoops(out.axes, [out.axes, a!.axes, b!.axes]),
    )) {
      const [n2, n1, n0] = counts;
      const [, [a2, a1, a0], [b2, b1, b0]] = strides as [
        unknown,
        [number, number, number],
        [number, number, number],
      ];
      const bases = { out: out.offset + offsets[0]!, a: a!.offset + offsets[1]!, b: b!.offset + offsets[2]! };
      step.call(kernel, { ...bases, n2, n1, n0, a2, a1, a0, b2, b1, b0 });
    }
  };
}

function emitContract(step: Step): void {
  const [a, b] = step.operands;
  const out = step.outputs[0]!;
  const arrays = [out.axes, a!.axes, b!.axes];
  // The operand that lacks no axis of the other gives the order; both together name every loop.
  const all = [...out.axes];
  for (const axis of [...a!.axes, ...b!.axes]) if (!hasAxis(all, axis.name)) all.push(axis);
  const longer = a!.axes.length >= b!.axes.length ? a!.axes : b!.axes;
  const natural = [...all.filter(({ name }) => !hasAxis(longer, name)), ...longer];
  step.call("fill", { out: out.offset, n: elementCount(out.axes), value: step.scalar(0) });
  for (const { counts, strides, offsets } of loopBlocks(
    planLoops(vectorizableOrder(natural, arrays), arrays),
  )) {
    const [n2, n1, n0] = counts;
    const [[out2, out1, out0], [a2, a1, a0], [b2, b1, b0]] = strides as [number, number, number][] as [
      [number, number, number],
      [number, number, number],
      [number, number, number],
    ];
    const bases = { out: out.offset + offsets[0]!, a: a!.offset + offsets[1]!, b: b!.offset + offsets[2]! };
    step.call("contract", { ...bases, n2, n1, n0, out2, out1, out0, a2, a1, a0, b2, b1, b0 });
  }
}

/** Σ a·b into an array with exactly `axes`; a plain product where nothing is summed. */
function productInto(a: Expression, b: Expression, axes: readonly Axis[]): Expression {
  const merged = broadcastAxes("contract", a, b);
  if (merged.every(({ name }) => hasAxis(axes, name)) && merged.length === axes.length) {
    return arrange(multiply(a, b), axes);
  }
  const missing = axes.filter(({ name }) => !hasAxis(merged, name));
  if (missing.length > 0) {
    throw new Error(
      `contract: believed that ${describeExpression(a)} or ${describeExpression(b)} has ${missing[0]!.name}`,
    );
  }
  return makeNode(contractPrimitive, [a, b], axes);
}

/** The adjoint of a broadcast operand: summed over the axes that broadcasting added. */
export function reduceTo(adjoint: Expression, axes: readonly Axis[]): Expression {
  return sameAxes(adjoint.axes, axes) ? adjoint : productInto(adjoint, toExpression(1), axes);
}

const addPrimitive: Primitive = {
  name: "add",
  emit: emitBroadcast("add"),
  pullback: ({ operands: [a, b] }, [g], [wantA, wantB]) => [
    wantA ? reduceTo(g!, a!.axes) : undefined,
    wantB ? reduceTo(g!, b!.axes) : undefined,
  ],
};

const subtractPrimitive: Primitive = {
  name: "subtract",
  emit: emitBroadcast("subtract"),
  pullback: ({ operands: [a, b] }, [g], [wantA, wantB]) => [
    wantA ? reduceTo(g!, a!.axes) : undefined,
    wantB ? multiply(reduceTo(g!, b!.axes), -1) : undefined,
  ],
};

const multiplyPrimitive: Primitive = {
  name: "multiply",
  emit: emitBroadcast("multiply"),
  pullback: ({ operands: [a, b] }, [g], [wantA, wantB]) => [
    wantA ? productInto(g!, b!, a!.axes) : undefined,
    wantB ? productInto(g!, a!, b!.axes) : undefined,
  ],
};

const dividePrimitive: Primitive = {
  name: "divide",
  emit: emitBroadcast("divide"),
  pullback: (node, [g], [wantA, wantB]) => {
    const [a, b] = node.operands;
    const perA = divide(g!, b!);
    return [
      wantA ? reduceTo(perA, a!.axes) : undefined,
      wantB ? multiply(productInto(perA, node, b!.axes), -1) : undefined,
    ];
  },
};

/** Spreads an adjoint over axes that only the summed operand had. */
function spread(adjoint: Expression, axes: readonly Axis[]): Expression {
  return sameAxes(adjoint.axes, axes) ? adjoint : arrange(adjoint, axes);
}

const contractPrimitive: Primitive = {
  name: "contract",
  emit: emitContract,
  pullback: ({ operands: [a, b] }, [g], [wantA, wantB]) => {
    // A sum of squares: both halves of its adjoint are the same, and doubling the few is cheaper than adding the many.
    if (a === b && wantA) return [spreadProduct(multiply(g!, 2), a!, a!.axes)];
    return [
      wantA ? spreadProduct(g!, b!, a!.axes) : undefined,
      wantB ? spreadProduct(g!, a!, b!.axes) : undefined,
    ];
  },
};

/** g·b with the axes of the operand: summed where b has more, spread where neither g nor b has the axis. */
function spreadProduct(g: Expression, b: Expression, axes: readonly Axis[]): Expression {
  const present = axes.filter(({ name }) => hasAxis(g.axes, name) || hasAxis(b.axes, name));
  return spread(productInto(g, b, present), axes);
}

function binary(primitive: Primitive, a: Operand, b: Operand): Expression {
  const [left, right] = [toExpression(a), toExpression(b)];
  return makeNode(primitive, [left, right], broadcastAxes(primitive.name, left, right));
}

/**
 * a + b, element by element, broadcasting by axis name.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(add(constant([1, 2], [axis("time", 2)]), 10)); // => [11, 12]
 */
export function add(a: Operand, b: Operand): Expression {
  return binary(addPrimitive, a, b);
}

/**
 * a − b, element by element, broadcasting by axis name.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(subtract(3, 1)); // => [2]
 */
export function subtract(a: Operand, b: Operand): Expression {
  return binary(subtractPrimitive, a, b);
}

/**
 * a · b, element by element, broadcasting by axis name: an outer product where the axes differ.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(multiply(constant([2, 3], [axis("channel", 2)]), constant([1, 10], [axis("time", 2)]))); // => [2, 3, 20, 30]
 */
export function multiply(a: Operand, b: Operand): Expression {
  return binary(multiplyPrimitive, a, b);
}

/**
 * a / b, element by element, broadcasting by axis name.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(divide(1, 4)); // => [0.25]
 */
export function divide(a: Operand, b: Operand): Expression {
  return binary(dividePrimitive, a, b);
}

/**
 * Σ a · b over the named axes: dot product, matrix product, weighted sum.
 *
 * @param a     any axes
 * @param b     any axes; shared names must have one size
 * @param over  names of the axes to sum over; each belongs to a or b
 * @returns     the axes of both without those summed over
 * @throws {RangeError} when an axis is unknown or shared axes clash
 * @example
 * const time = axis("time", 3);
 * evaluate(contract(constant([1, 2, 3], [time]), constant([1, 1, 2], [time]), ["time"])); // => [9]
 */
export function contract(a: Operand, b: Operand, over: readonly string[]): Expression {
  const [left, right] = [toExpression(a), toExpression(b)];
  const merged = broadcastAxes("contract", left, right);
  for (const name of over) if (!hasAxis(left.axes, name)) axisIndex("contract", right, name);
  const axes = merged.filter(({ name }) => !over.includes(name));
  return axes.length === merged.length
    ? multiply(left, right)
    : makeNode(contractPrimitive, [left, right], axes);
}

/**
 * Sum over the named axes, or over all of them.
 *
 * @param x     any axes
 * @param over  names of the axes to sum over; all when left out
 * @returns     the remaining axes
 * @throws {RangeError} when x has no such axis
 * @example
 * evaluate(sum(constant([1, 2, 3], [axis("time", 3)]))); // => [6]
 */
export function sum(x: Operand, over?: readonly string[]): Expression {
  const node = toExpression(x);
  const names = over ?? node.axes.map(({ name }) => name);
  for (const name of names) axisIndex("sum", node, name);
  return names.length === 0 ? node : contract(node, 1, names);
}

/**
 * Mean over the named axes, or over all of them.
 *
 * @param x     any axes
 * @param over  names of the axes to average over; all when left out
 * @returns     the remaining axes
 * @throws {RangeError} when x has no such axis
 * @example
 * evaluate(mean(constant([1, 2, 6], [axis("time", 3)]))); // => [3]
 */
export function mean(x: Operand, over?: readonly string[]): Expression {
  const node = toExpression(x);
  const names = over ?? node.axes.map(({ name }) => name);
  const count = elementCount(node.axes.filter(({ name }) => names.includes(name)));
  return multiply(sum(node, names), 1 / count);
}
