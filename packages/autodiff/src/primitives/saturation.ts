/** Fused saturation: value and partial derivatives of Hill and logistic curves, computed together. */

import type { Axis } from "../axis.js";
import {
  describeExpression,
  type Expression,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { rowBlocks } from "../program/rows.js";
import { divide, multiply, reduceTo } from "./algebra.js";
import { arrange } from "./arrangement.js";
import { makeTuple, pick } from "./tuple.js";
import { rowAxes } from "./recursion.js";

const ln2 = 0.6931471805599453;

function onceOnly(name: string): never {
  throw new RangeError(`${name}: has no second derivative here. Differentiate once.`);
}

const hillPrimitive: Primitive = {
  name: "hill",
  emit: ({ operands: [x, k, s], outputs: [h, r], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(h!.axes, [k!.axes, s!.axes])) {
      const [n2, n1, n0] = counts;
      const [[k2, k1], [s2, s1]] = strides as [[number, number], [number, number]];
      const rows = { h: h!.offset + offsets.out, r: r!.offset + offsets.out, x: x!.offset + offsets.out };
      const parameters = { k: k!.offset + offsets.of[0]!, s: s!.offset + offsets.of[1]! };
      call("hill", { ...rows, ...parameters, n2, n1, n0, k2, k1, s2, s1 });
    }
  },
  pullback: (node, [gh, gr], [wantX, wantHalf, wantSlope]) => {
    if (gr !== undefined) onceOnly("hill");
    const [x, half, slope] = node.operands;
    const [h, r] = [pick(node, 0), pick(node, 1)];
    const rows = h.axes.slice(0, -1);
    const parts = makeTuple(hillPullbackPrimitive, [gh!, h, r, x!, slope!], [h.axes, rows, rows]);
    return [
      wantX ? pick(parts, 0) : undefined,
      wantHalf
        ? multiply(reduceTo(multiply(pick(parts, 1), divide(slope!, half!)), half!.axes), -1)
        : undefined,
      wantSlope ? multiply(reduceTo(pick(parts, 2), slope!.axes), ln2) : undefined,
    ];
  },
};

const hillPullbackPrimitive: Primitive = {
  name: "hillPullback",
  emit: ({ operands: [g, h, r, x, s], outputs: [gx, sumW, sumWr], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(h!.axes, [s!.axes])) {
      const [n2, n1, n0] = counts;
      const [[s2, s1]] = strides as [[number, number]];
      const sums = { sumW: sumW!.offset + offsets.row, sumWr: sumWr!.offset + offsets.row };
      const rows = { gx: gx!.offset + offsets.out, g: g!.offset + offsets.out, h: h!.offset + offsets.out };
      const more = { r: r!.offset + offsets.out, x: x!.offset + offsets.out, s: s!.offset + offsets.of[0]! };
      call("hillPullback", { ...sums, ...rows, ...more, n2, n1, n0, s2, s1 });
    }
  },
  pullback: () => onceOnly("hill"),
};

/** x with the axes of the result, the axis of the rows last. */
function spreadRows(
  operation: string,
  x: Expression,
  parameters: readonly Expression[],
  along: string,
): Expression {
  const axes = parameters.reduce<readonly Axis[]>(
    (merged, p) => rowAxes(operation, { ...x, axes: merged }, p, along),
    x.axes,
  );
  return arrange(x, axes);
}

function lastAxisName(operation: string, x: Expression): string {
  const last = x.axes[x.axes.length - 1];
  if (last === undefined) {
    throw new RangeError(
      `${operation}: needs at least one axis, got ${describeExpression(x)}. Give it an axis of size 1.`,
    );
  }
  return last.name;
}

/**
 * Hill saturation: h = x^slope / (halfSaturation^slope + x^slope), and 0 at x = 0.
 *
 * @param x               [rows…, last]  ≥ 0
 * @param halfSaturation  (k) axes among the rows, > 0, in the unit of x: where h = 1/2
 * @param slope           (s) axes among the rows, > 0
 * @returns               the axes of all, in [0, 1)
 * @throws {RangeError} when a parameter varies along the last axis of x
 * @source jin2017
 * @example
 * evaluate(hill(constant([0, 2, 6], [axis("time", 3)]), 2, 1)); // => [0, 0.5, 0.75]
 */
export function hill(x: Expression, halfSaturation: Operand, slope: Operand): Expression {
  const [half, exponent] = [toExpression(halfSaturation), toExpression(slope)];
  const spread = spreadRows("hill", x, [half, exponent], lastAxisName("hill", x));
  return pick(makeTuple(hillPrimitive, [spread, half, exponent], [spread.axes, spread.axes]), 0);
}

const logisticPrimitive: Primitive = {
  name: "logisticSaturation",
  emit: ({ operands: [x, rate], outputs: [h], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(h!.axes, [rate!.axes])) {
      const [n2, n1, n0] = counts;
      const [[rate2, rate1]] = strides as [[number, number]];
      const bases = {
        h: h!.offset + offsets.out,
        x: x!.offset + offsets.out,
        rate: rate!.offset + offsets.of[0]!,
      };
      call("logisticSaturation", { ...bases, n2, n1, n0, rate2, rate1 });
    }
  },
  pullback: (node, [g], [wantX, wantRate]) => {
    const [x, rate] = node.operands;
    const rows = node.axes.slice(0, -1);
    const parts = makeTuple(logisticPullbackPrimitive, [g!, node, x!, rate!], [node.axes, rows]);
    return [wantX ? pick(parts, 0) : undefined, wantRate ? reduceTo(pick(parts, 1), rate!.axes) : undefined];
  },
};

const logisticPullbackPrimitive: Primitive = {
  name: "logisticSaturationPullback",
  emit: ({ operands: [g, h, x, rate], outputs: [gx, sumWx], call }) => {
    for (const { counts, offsets, strides } of rowBlocks(h!.axes, [rate!.axes])) {
      const [n2, n1, n0] = counts;
      const [[rate2, rate1]] = strides as [[number, number]];
      const rows = { gx: gx!.offset + offsets.out, g: g!.offset + offsets.out, h: h!.offset + offsets.out };
      const more = {
        x: x!.offset + offsets.out,
        rate: rate!.offset + offsets.of[0]!,
        sumWx: sumWx!.offset + offsets.row,
      };
      call("logisticSaturationPullback", { ...rows, ...more, n2, n1, n0, rate2, rate1 });
    }
  },
  pullback: () => onceOnly("logisticSaturation"),
};

/**
 * Logistic saturation: h = (1 − e^(−rate·x)) / (1 + e^(−rate·x)).
 *
 * @param x     [rows…, last]  ≥ 0
 * @param rate  (λ) axes among the rows, > 0, per unit of x; h = 1/2 at x = ln 3 / rate
 * @returns     the axes of both, in [0, 1)
 * @throws {RangeError} when the rate varies along the last axis of x
 * @source jin2017
 * @example
 * evaluate(logisticSaturation(constant([0, 1.0986122886681098], [axis("time", 2)]), 1)); // => [0, 0.5]
 */
export function logisticSaturation(x: Expression, rate: Operand): Expression {
  const lambda = toExpression(rate);
  const spread = spreadRows("logisticSaturation", x, [lambda], lastAxisName("logisticSaturation", x));
  return makeNode(logisticPrimitive, [spread, lambda], spread.axes);
}
