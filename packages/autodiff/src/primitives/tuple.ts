/** Tuples: operations that compute several arrays at once, and the parts taken out of them. */

import type { Axis } from "../axis.js";
import type { Expression, Primitive } from "../expression.js";

/** A node that computes several arrays; only `pick` may take it as an operand. */
export function makeTuple(
  primitive: Primitive,
  operands: readonly Expression[],
  outputs: readonly (readonly Axis[])[],
): Expression {
  return { primitive, operands, axes: outputs[0]!, outputs, attributes: {} };
}

/** Part of a tuple; the compiler gives it the tuple's buffer, so it costs nothing. */
export const pickPrimitive: Primitive = { name: "pick", emit: () => {}, pullback: () => [] };

export function pick(tuple: Expression, index: number): Expression {
  const axes = tuple.outputs[index]!;
  return { primitive: pickPrimitive, operands: [tuple], axes, outputs: [axes], attributes: { index } };
}
