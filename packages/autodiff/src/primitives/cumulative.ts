/** Running sums and products along the innermost axis. */

import { elementCount } from "../axis.js";
import { type Expression, innermostAxis, makeNode, type Primitive } from "../expression.js";
import { rowCount } from "../program/rows.js";
import { geometricRecursion } from "./recursion.js";

/**
 * Running sum: out[t] = x[0] + … + x[t].
 *
 * @param x      [rows…, along]  any axes, `along` last
 * @param along  name of the axis of the sum
 * @returns      the axes of x
 * @throws {RangeError} when `along` is not the last axis of x
 * @example
 * evaluate(cumulativeSum(constant([1, 2, 3], [axis("time", 3)]), "time")); // => [1, 3, 6]
 */
export function cumulativeSum(x: Expression, along: string): Expression {
  innermostAxis("cumulativeSum", x, along);
  return geometricRecursion(x, 1, along);
}

const productPrimitive: Primitive = {
  name: "cumulativeProduct",
  emit: ({ operands: [x], outputs: [out], call }) => {
    const n2 = rowCount(x!.axes);
    call("cumulativeProduct", { out: out!.offset, x: x!.offset, n2, n0: elementCount(x!.axes) / n2 });
  },
  pullback: (node, [g]) => [makeNode(productPullbackPrimitive, [g!, node.operands[0]!, node], node.axes)],
};

const productPullbackPrimitive: Primitive = {
  name: "cumulativeProductPullback",
  emit: ({ operands: [g, x, y], outputs: [out], call }) => {
    const n2 = rowCount(x!.axes);
    const buffers = { out: out!.offset, g: g!.offset, x: x!.offset, y: y!.offset };
    call("cumulativeProductPullback", { ...buffers, n2, n0: elementCount(x!.axes) / n2 });
  },
  pullback: () => {
    throw new RangeError("cumulativeProduct: has no second derivative here. Differentiate once.");
  },
};

/**
 * Running product: out[t] = x[0] · … · x[t].
 *
 * @param x      [rows…, along]  any axes, `along` last; zeros are allowed, also for the derivative
 * @param along  name of the axis of the product
 * @returns      the axes of x
 * @throws {RangeError} when `along` is not the last axis of x
 * @example
 * evaluate(cumulativeProduct(constant([1, 2, 3], [axis("time", 3)]), "time")); // => [1, 2, 6]
 */
export function cumulativeProduct(x: Expression, along: string): Expression {
  innermostAxis("cumulativeProduct", x, along);
  return makeNode(productPrimitive, [x], x.axes);
}
