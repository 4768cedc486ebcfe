/** Powers with an exponent that may vary and be learned. */

import {
  broadcastAxes,
  type Expression,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "../expression.js";
import { emitBroadcast, multiply, reduceTo, subtract } from "./algebra.js";
import { greater, select } from "./comparison.js";
import { log } from "./elementwise.js";

const powerPrimitive: Primitive = {
  name: "power",
  emit: emitBroadcast("power"),
  pullback: (node, [g], [wantBase, wantExponent]) => {
    const [base, exponent] = node.operands;
    return [
      wantBase
        ? reduceTo(multiply(g!, multiply(exponent!, power(base!, subtract(exponent!, 1)))), base!.axes)
        : undefined,
      // 0^b is 0 for all b > 0, so its derivative there is 0, although log 0 is not finite.
      wantExponent
        ? reduceTo(multiply(g!, select(greater(base!, 0), multiply(node, log(base!)), 0)), exponent!.axes)
        : undefined,
    ];
  },
};

/**
 * base^exponent, element by element.
 *
 * @param base      any axes, ≥ 0 (negative numbers give NaN)
 * @param exponent  any axes; shared names must have one size
 * @returns         the axes of both; relative error about (1 + |exponent|) · 2e-16
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(power(constant([1, 4, 9], [axis("time", 3)]), 0.5)); // => [1, 2, 3]
 */
export function power(base: Operand, exponent: Operand): Expression {
  const [left, right] = [toExpression(base), toExpression(exponent)];
  return makeNode(powerPrimitive, [left, right], broadcastAxes("power", left, right));
}
