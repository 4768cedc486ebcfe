/** Reverse-mode differentiation: from one scalar expression to the expressions of its partial derivatives. */

import { sameAxes } from "../axis.js";
import { constant, describeExpression, type Expression } from "../expression.js";
import { add } from "../primitives/algebra.js";
import { arrange } from "../primitives/arrangement.js";
import { pickPrimitive } from "../primitives/tuple.js";
import { topologicalOrder } from "./topological-order.js";

/**
 * The derivatives of a scalar with respect to inputs, as expressions again.
 *
 * The graph is walked once, from the output back; every node's adjoint is complete before the node is visited, and
 * adjoints that meet are added.
 *
 * @param output     a scalar expression
 * @param variables  inputs (or any nodes) of its graph
 * @returns          one expression per variable, with the variable's axes
 * @throws {RangeError} when the output is not a scalar
 * @example
 * const x = input("x", [axis("time", 2)]);
 * const [dx] = differentiate(sum(multiply(x, x)), [x]);
 * compile({ outputs: { dx }, variables: [x] }).evaluate([3, 4]).read("dx"); // => [6, 8]
 */
export function differentiate(output: Expression, variables: readonly Expression[]): readonly Expression[] {
  if (output.axes.length > 0) {
    throw new RangeError(
      `differentiate: output must be a scalar, got ${describeExpression(output)}. Sum it first.`,
    );
  }
  const order = topologicalOrder([output]);
  const depends = dependents(order, variables);
  const adjoints = new Map<Expression, (Expression | undefined)[]>([[output, [constant(1)]]]);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const received = adjoints.get(node);
    if (received === undefined || !depends.has(node)) continue;
    if (node.primitive === pickPrimitive) {
      receive(adjoints, node.operands[0]!, Number(node.attributes.index), received[0]!);
      continue;
    }
    const wanted = node.operands.map((operand) => depends.has(operand));
    const given = node.primitive.pullback(node, received, wanted);
    node.operands.forEach((operand, k) => {
      const adjoint = given[k];
      if (wanted[k] && adjoint !== undefined)
        receive(adjoints, operand, 0, checkAxes(node, operand, adjoint));
    });
  }
  return variables.map((variable) => adjoints.get(variable)?.[0] ?? arrange(constant(0), variable.axes));
}

/** Nodes through which a change of a variable can reach the output. */
function dependents(order: readonly Expression[], variables: readonly Expression[]): ReadonlySet<Expression> {
  const depends = new Set(variables);
  for (const node of order) if (node.operands.some((operand) => depends.has(operand))) depends.add(node);
  return depends;
}

function receive(
  adjoints: Map<Expression, (Expression | undefined)[]>,
  node: Expression,
  output: number,
  adjoint: Expression,
): void {
  const slots = adjoints.get(node) ?? new Array<Expression | undefined>(node.outputs.length).fill(undefined);
  const present = slots[output];
  slots[output] = present === undefined ? adjoint : add(present, adjoint);
  adjoints.set(node, slots);
}

function checkAxes(node: Expression, operand: Expression, adjoint: Expression): Expression {
  if (!sameAxes(operand.axes, adjoint.axes)) {
    throw new Error(
      `${node.primitive.name}: its pullback gave ${describeExpression(adjoint)} for ${describeExpression(operand)}`,
    );
  }
  return adjoint;
}
