/** Geometric recursion along the innermost axis: what carry-over of media looks like as an operation. */

import { type Axis, sameAxes } from "../axis.js";
import {
  broadcastAxes,
  describeExpression,
  type Expression,
  innermostAxis,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { rowBlocks } from "../program/rows.js";
import type { Step } from "../program/step.js";
import { reduceTo } from "./algebra.js";

function emitRecursion(kernel: "geometricRecursion" | "reverseGeometricRecursion"): (step: Step) => void {
  return ({ operands: [x, alpha], outputs: [out], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(out!.axes, [x!.axes, alpha!.axes])) {
      const [n2, n1, n0] = counts;
      const [[x2, x1], [alpha2, alpha1]] = strides as [[number, number], [number, number]];
      const bases = {
        out: out!.offset + offsets.out,
        x: x!.offset + offsets.of[0]!,
        alpha: alpha!.offset + offsets.of[1]!,
      };
      call(kernel, { ...bases, n2, n1, n0, x2, x1, alpha2, alpha1 });
    }
  };
}

const recursionPrimitive: Primitive = {
  name: "geometricRecursion",
  emit: emitRecursion("geometricRecursion"),
  pullback: (node, [g], [wantX, wantRetention]) => {
    const [x, retention] = node.operands;
    return [
      wantX ? reduceTo(makeNode(reversePrimitive, [g!, retention!], g!.axes), x!.axes) : undefined,
      wantRetention ? reduceTo(retentionPullback(g!, node, retention!), retention!.axes) : undefined,
    ];
  },
};

const reversePrimitive: Primitive = {
  name: "reverseGeometricRecursion",
  emit: emitRecursion("reverseGeometricRecursion"),
  pullback: () => {
    throw new RangeError("geometricRecursion: has no second derivative here. Differentiate once.");
  },
};

const retentionPullbackPrimitive: Primitive = {
  name: "geometricRetentionPullback",
  emit: ({ operands: [g, stock, alpha], outputs: [out], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(stock!.axes, [alpha!.axes])) {
      const [n2, n1, n0] = counts;
      const [[alpha2, alpha1]] = strides as [[number, number]];
      const bases = { g: g!.offset + offsets.out, stock: stock!.offset + offsets.out };
      const ends = { out: out!.offset + offsets.row, alpha: alpha!.offset + offsets.of[0]! };
      call("geometricRetentionPullback", { ...bases, ...ends, n2, n1, n0, alpha2, alpha1 });
    }
  },
  pullback: reversePrimitive.pullback,
};

function retentionPullback(g: Expression, stock: Expression, retention: Expression): Expression {
  return makeNode(retentionPullbackPrimitive, [g, stock, retention], stock.axes.slice(0, -1));
}

/**
 * Geometric recursion: out[t] = x[t] + retention · out[t − 1], out[−1] = 0.
 *
 * @param x          [rows…, along]  any axes, `along` last
 * @param retention  axes among the rows (or new ones in front), in [0, 1); a row axis x lacks is broadcast
 * @param along      name of the axis of the recursion, usually `"time"`
 * @returns          the axes of both, `along` last
 * @throws {RangeError} when `along` is not the last axis of x, or is an axis of the retention
 * @source jin2017
 * @example
 * evaluate(geometricRecursion(constant([1, 0, 0], [axis("time", 3)]), 0.5, "time")); // => [1, 0.5, 0.25]
 */
export function geometricRecursion(x: Expression, retention: Operand, along: string): Expression {
  const alpha = toExpression(retention);
  innermostAxis("geometricRecursion", x, along);
  const axes = rowAxes("geometricRecursion", x, alpha, along);
  return makeNode(recursionPrimitive, [x, alpha], axes);
}

/** Axes of a row operation: those of both, with the axis of the rows last. */
export function rowAxes(
  operation: string,
  x: Expression,
  perRow: Expression,
  along: string,
): readonly Axis[] {
  if (perRow.axes.some(({ name }) => name === along)) {
    throw new RangeError(
      `${operation}: a parameter must be constant along "${along}", got ${describeExpression(perRow)}. Use one value per row.`,
    );
  }
  const merged = broadcastAxes(operation, x, perRow);
  const inner = merged.find(({ name }) => name === along)!;
  const axes = [...merged.filter(({ name }) => name !== along), inner];
  return sameAxes(axes, merged) ? merged : axes;
}
