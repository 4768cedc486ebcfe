/** Comparison: the larger, the smaller, the one within bounds, the one that a condition picks. */

import { elementCount, mergeAxes } from "../axis.js";
import {
  broadcastAxes,
  type Expression,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { emitBroadcast, multiply, reduceTo, subtract } from "./algebra.js";
import { arrange } from "./arrangement.js";

const greaterPrimitive: Primitive = {
  name: "greater",
  emit: emitBroadcast("greater"),
  // A step function: its derivative is zero wherever it has one.
  pullback: () => [undefined, undefined],
};

/**
 * 1 where a > b, otherwise 0.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(greater(constant([1, 3], [axis("time", 2)]), 2)); // => [0, 1]
 */
export function greater(a: Operand, b: Operand): Expression {
  const [left, right] = [toExpression(a), toExpression(b)];
  return makeNode(greaterPrimitive, [left, right], broadcastAxes("greater", left, right));
}

function extreme(kernel: "maximum" | "minimum"): Primitive {
  return {
    name: kernel,
    emit: emitBroadcast(kernel),
    // Where both are equal, all of the adjoint goes to b: one of the subgradients, and the same on every machine.
    pullback: ({ operands: [a, b] }, [g], [wantA, wantB]) => {
      const first = kernel === "maximum" ? greater(a!, b!) : greater(b!, a!);
      return [
        wantA ? reduceTo(multiply(g!, first), a!.axes) : undefined,
        wantB ? reduceTo(multiply(g!, subtract(1, first)), b!.axes) : undefined,
      ];
    },
  };
}

const [maximumPrimitive, minimumPrimitive] = [extreme("maximum"), extreme("minimum")];

/**
 * The larger of two, element by element.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(maximum(constant([1, 3], [axis("time", 2)]), 2)); // => [2, 3]
 */
export function maximum(a: Operand, b: Operand): Expression {
  const [left, right] = [toExpression(a), toExpression(b)];
  return makeNode(maximumPrimitive, [left, right], broadcastAxes("maximum", left, right));
}

/**
 * The smaller of two, element by element.
 *
 * @param a  any axes
 * @param b  any axes; shared names must have one size
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(minimum(constant([1, 3], [axis("time", 2)]), 2)); // => [1, 2]
 */
export function minimum(a: Operand, b: Operand): Expression {
  const [left, right] = [toExpression(a), toExpression(b)];
  return makeNode(minimumPrimitive, [left, right], broadcastAxes("minimum", left, right));
}

/**
 * x, but not below `low` and not above `high`.
 *
 * @param x     any axes
 * @param low   any axes
 * @param high  any axes, ≥ low
 * @returns     the axes of all
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(clip(constant([-1, 0.5, 2], [axis("time", 3)]), 0, 1)); // => [0, 0.5, 1]
 */
export function clip(x: Operand, low: Operand, high: Operand): Expression {
  return minimum(maximum(x, low), high);
}

const selectPrimitive: Primitive = {
  name: "select",
  emit: ({ operands: [mask, a, b], outputs: [out], call }) =>
    call("select", {
      ...{ out: out!.offset, mask: mask!.offset, a: a!.offset, b: b!.offset },
      n: elementCount(out!.axes),
    }),
  pullback: ({ operands: [mask] }, [g], [, wantA, wantB]) => [
    undefined,
    wantA ? select(mask!, g!, 0) : undefined,
    wantB ? select(mask!, 0, g!) : undefined,
  ],
};

/**
 * `a` where the condition holds, otherwise `b`; what is not picked may be anything, also NaN.
 *
 * @param condition  any axes; holds where it is not 0
 * @param a          any axes
 * @param b          any axes
 * @returns          the axes of all
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * const x = constant([0, 4], [axis("time", 2)]);
 * evaluate(select(greater(x, 0), log(x), -1)); // => [-1, 1.3862943611198906]
 */
export function select(condition: Operand, a: Operand, b: Operand): Expression {
  const [mask, left, right] = [toExpression(condition), toExpression(a), toExpression(b)];
  broadcastAxes("select", mask, left);
  broadcastAxes("select", mask, right);
  const axes = mergeAxes(broadcastAxes("select", left, right), mask.axes);
  return makeNode(
    selectPrimitive,
    [mask, left, right].map((operand) => arrange(operand, axes)),
    axes,
  );
}
