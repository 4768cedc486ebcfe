/** Extremes along axes: the largest and smallest element, and the stable log-sum-exp made of them. */

import { type Axis, elementCount, hasAxis } from "../axis.js";
import {
  axisIndex,
  type Expression,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { add, subtract, sum } from "./algebra.js";
import { arrange } from "./arrangement.js";
import { exp, log, negate } from "./elementwise.js";

/** Rows of an array whose last `attributes.inner` axes are looked along. */
function rowsOf(axes: readonly Axis[], inner: number): { n2: number; n0: number } {
  const outer = axes.slice(0, axes.length - inner);
  return { n2: elementCount(outer), n0: elementCount(axes.slice(axes.length - inner)) };
}

const maximumOfPrimitive: Primitive = {
  name: "maximumOf",
  emit: ({ operands: [x], outputs: [out], attributes, call }) =>
    call("rowMaximum", { out: out!.offset, x: x!.offset, ...rowsOf(x!.axes, Number(attributes.inner)) }),
  pullback: ({ operands: [x], attributes }, [g]) => [
    makeNode(maximumPullbackPrimitive, [g!, x!], x!.axes, { inner: attributes.inner! }),
  ],
};

const maximumPullbackPrimitive: Primitive = {
  name: "maximumOfPullback",
  emit: ({ operands: [g, x], outputs: [out], attributes, call }) =>
    call("rowMaximumPullback", {
      ...{ out: out!.offset, g: g!.offset, x: x!.offset },
      ...rowsOf(x!.axes, Number(attributes.inner)),
    }),
  pullback: () => {
    throw new RangeError("maximumOf: has no second derivative here. Differentiate once.");
  },
};

/** Names of the axes to look along, checked; all of them when left out. */
function namesOf(operation: string, x: Expression, over: readonly string[] | undefined): readonly string[] {
  const names = over ?? x.axes.map(({ name }) => name);
  for (const name of names) axisIndex(operation, x, name);
  return names;
}

/**
 * The largest element along the named axes, or of all.
 *
 * @param x     any axes
 * @param over  names of the axes to look along; all when left out
 * @returns     the remaining axes; the derivative goes to the first largest element
 * @throws {RangeError} when x has no such axis
 * @example
 * evaluate(maximumOf(constant([1, 3, 2], [axis("time", 3)]))); // => [3]
 */
export function maximumOf(x: Operand, over?: readonly string[]): Expression {
  const node = toExpression(x);
  const names = namesOf("maximumOf", node, over);
  if (names.length === 0) return node;
  const kept = node.axes.filter(({ name }) => !names.includes(name));
  const inner = node.axes.filter(({ name }) => names.includes(name));
  return makeNode(maximumOfPrimitive, [arrange(node, [...kept, ...inner])], kept, { inner: inner.length });
}

/**
 * The smallest element along the named axes, or of all.
 *
 * @param x     any axes
 * @param over  names of the axes to look along; all when left out
 * @returns     the remaining axes
 * @throws {RangeError} when x has no such axis
 * @example
 * evaluate(minimumOf(constant([2, 1, 3], [axis("time", 3)]))); // => [1]
 */
export function minimumOf(x: Operand, over?: readonly string[]): Expression {
  return negate(maximumOf(negate(x), over));
}

/** A value whose change is not followed: the same numbers, no derivative. */
const heldPrimitive: Primitive = {
  name: "held",
  emit: ({ operands: [x], outputs: [out], call }) => {
    const n0 = elementCount(out!.axes);
    const one = { n2: 1, n1: 1, n0, out2: 0, out1: 0, out0: 1, x2: 0, x1: 0, x0: 1 };
    call("copy", { out: out!.offset, x: x!.offset, ...one });
  },
  pullback: () => [undefined],
};

/**
 * log Σ eˣ over the named axes, or over all, without overflow.
 *
 * @param x     any axes, not −∞ throughout a row
 * @param over  names of the axes to sum over; all when left out
 * @returns     the remaining axes
 * @throws {RangeError} when x has no such axis
 * @example
 * evaluate(logSumExp(constant([1000, 1000], [axis("time", 2)]))); // => [1000.6931471805599]
 */
export function logSumExp(x: Operand, over?: readonly string[]): Expression {
  const node = toExpression(x);
  const names = namesOf("logSumExp", node, over);
  // The shift cancels, so its own derivative does too: it is held, and the gradient is the softmax.
  const largest = maximumOf(node, names);
  const shift = makeNode(heldPrimitive, [largest], largest.axes);
  const shifted = arrange(subtract(node, shift), node.axes);
  return add(
    log(
      sum(
        exp(shifted),
        names.filter((name) => hasAxis(node.axes, name)),
      ),
    ),
    shift,
  );
}
