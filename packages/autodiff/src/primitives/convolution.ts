/** Causal convolution along the innermost axis, and the geometric weights that windowed carry-over uses. */

import { type Axis, elementCount, hasAxis } from "../axis.js";
import {
  axisIndex,
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
import { arrange } from "./arrangement.js";
import { rowAxes } from "./recursion.js";

/** Weight axes without the lag, which is innermost: the axes of a weight per row. */
function perRow(weights: readonly Axis[]): readonly Axis[] {
  return weights.slice(0, -1);
}

function emitConvolution(kernel: "causalConvolution" | "anticausalConvolution"): (step: Step) => void {
  return ({ operands: [x, w], outputs: [out], call }) => {
    const lags = w!.axes[w!.axes.length - 1]!.size;
    for (const { counts, offsets, strides } of rowBlocks(out!.axes, [x!.axes, w!.axes])) {
      const [n2, n1, n0] = counts;
      const [[x2, x1], [w2, w1]] = strides as [[number, number], [number, number]];
      const bases = {
        out: out!.offset + offsets.out,
        x: x!.offset + offsets.of[0]!,
        w: w!.offset + offsets.of[1]!,
      };
      call(kernel, { ...bases, n2, n1, n0, lags, x2, x1, w2, w1 });
    }
  };
}

const onceOnly = (): never => {
  throw new RangeError("causalConvolution: has no second derivative here. Differentiate once.");
};

const convolutionPrimitive: Primitive = {
  name: "causalConvolution",
  emit: emitConvolution("causalConvolution"),
  pullback: ({ operands: [x, w] }, [g], [wantX, wantWeights]) => [
    wantX ? reduceTo(makeNode(anticausalPrimitive, [g!, w!], g!.axes), x!.axes) : undefined,
    wantWeights ? reduceTo(weightsPullback(g!, x!, w!.axes[w!.axes.length - 1]!), w!.axes) : undefined,
  ],
};

const anticausalPrimitive: Primitive = {
  name: "anticausalConvolution",
  emit: emitConvolution("anticausalConvolution"),
  pullback: onceOnly,
};

const weightsPullbackPrimitive: Primitive = {
  name: "convolutionWeightsPullback",
  emit: ({ operands: [g, x], outputs: [out], call }) => {
    const lags = out!.axes[out!.axes.length - 1]!.size;
    for (const { counts, offsets, strides } of rowBlocks(g!.axes, [x!.axes])) {
      const [n2, n1, n0] = counts;
      const [[x2, x1]] = strides as [[number, number]];
      const bases = {
        out: out!.offset + offsets.row * lags,
        g: g!.offset + offsets.out,
        x: x!.offset + offsets.of[0]!,
      };
      call("convolutionWeightsPullback", { ...bases, n2, n1, n0, lags, x2, x1 });
    }
  },
  pullback: onceOnly,
};

function weightsPullback(g: Expression, x: Expression, lag: Axis): Expression {
  return makeNode(weightsPullbackPrimitive, [g, x], [...g.axes.slice(0, -1), lag]);
}

/**
 * Causal convolution: out[t] = Σ_l weights[l] · x[t − l], with x = 0 before its first element.
 *
 * @param x        [rows…, along]  any axes, `along` last
 * @param weights  [rows…, lag]    one weight per lag (from lag 0) and row; `lag` last or anywhere
 * @param along    name of the axis of the convolution, usually `"time"`
 * @param lag      name of the axis of the weights
 * @returns        the row axes of both, `along` last
 * @throws {RangeError} when `along` is not the last axis of x or `lag` is missing
 * @example
 * const weights = constant([0.5, 0.25], [axis("lag", 2)]);
 * evaluate(causalConvolution(constant([2, 0, 4], [axis("time", 3)]), weights, "time", "lag")); // => [1, 0.5, 2]
 */
export function causalConvolution(
  x: Expression,
  weights: Expression,
  along: string,
  lag: string,
): Expression {
  innermostAxis("causalConvolution", x, along);
  const lagAxis = weights.axes[axisIndex("causalConvolution", weights, lag)]!;
  if (hasAxis(x.axes, lag))
    throw new RangeError(`causalConvolution: axis "${lag}" must belong to the weights alone.`);
  const inOrder = arrange(weights, [...weights.axes.filter(({ name }) => name !== lag), lagAxis]);
  const rows = { ...inOrder, axes: perRow(inOrder.axes) };
  return makeNode(convolutionPrimitive, [x, inOrder], rowAxes("causalConvolution", x, rows, along));
}

const powersPrimitive: Primitive = {
  name: "powers",
  emit: ({ operands: [x], outputs: [out], call }) =>
    call("powers", { out: out!.offset, x: x!.offset, n: elementCount(x!.axes), lags: lagsOf(out!.axes) }),
  pullback: ({ operands: [x] }, [g]) => [makeNode(powersPullbackPrimitive, [g!, x!], x!.axes)],
};

const powersPullbackPrimitive: Primitive = {
  name: "powersPullback",
  emit: ({ operands: [g, x], outputs: [out], call }) =>
    call("powersPullback", {
      ...{ out: out!.offset, g: g!.offset, x: x!.offset },
      ...{ n: elementCount(x!.axes), lags: lagsOf(g!.axes) },
    }),
  pullback: () => {
    throw new RangeError("powers: has no second derivative here. Differentiate once.");
  },
};

function lagsOf(axes: readonly Axis[]): number {
  return axes[axes.length - 1]!.size;
}

/**
 * Powers 1, x, x², … along a new innermost axis.
 *
 * @param x      any axes
 * @param along  the new axis; its size is the number of powers, from 0
 * @returns      [axes of x, along]
 * @example
 * evaluate(powers(0.5, axis("lag", 3))); // => [1, 0.5, 0.25]
 */
export function powers(x: Operand, along: Axis): Expression {
  const node = toExpression(x);
  return makeNode(powersPrimitive, [node], [...node.axes, along]);
}
