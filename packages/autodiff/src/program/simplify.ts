/** Simplification: constants folded, equal subexpressions shared, trivial arithmetic dropped. */

import { axis, hasAxis, sameAxes } from "../axis.js";
import { constant, constantValues, type Expression, inputName, isConstant, isInput } from "../expression.js";
import { add, contract, divide, multiply, subtract } from "../primitives/algebra.js";
import { arrange, spreadSource } from "../primitives/arrangement.js";
import { pickPrimitive } from "../primitives/tuple.js";
import { topologicalOrder } from "./topological-order.js";

/**
 * Rewrites roots into equal expressions that cost less. Whatever depends on constants alone becomes a constant,
 * computed once by `evaluateConstant`.
 */
export function simplify(
  roots: readonly Expression[],
  evaluateConstant: (node: Expression) => Float64Array,
): readonly Expression[] {
  const rewritten = new Map<Expression, Expression>();
  const shared = shareEqual();
  for (const node of topologicalOrder(roots)) {
    const operands = node.operands.map((operand) => rewritten.get(operand)!);
    const moved = operands.every((operand, i) => operand === node.operands[i]) ? node : { ...node, operands };
    const simple = dropTrivial(readUnspread(moved));
    const folded = isFoldable(simple) ? constant(evaluateConstant(simple), simple.axes) : simple;
    rewritten.set(node, shared(folded));
  }
  return roots.map((root) => rewritten.get(root)!);
}

function isFoldable(node: Expression): boolean {
  if (isConstant(node) || isInput(node) || node.outputs.length > 1) return false;
  const sources = node.primitive === pickPrimitive ? node.operands[0]!.operands : node.operands;
  return sources.every(isConstant);
}

/** The value of a constant whose elements all agree. */
function uniformValue(node: Expression | undefined): number | undefined {
  if (node === undefined || !isConstant(node)) return undefined;
  const values = constantValues(node);
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

const [addition, subtraction, product, quotient] = [add, subtract, multiply, divide].map(
  (operation) => operation(0, 0).primitive,
) as [Expression["primitive"], Expression["primitive"], Expression["primitive"], Expression["primitive"]];

const broadcasting: readonly Expression["primitive"][] = [
  ...[addition, subtraction, product, quotient],
  contract(constant([0], [axis("any", 1)]), 1, ["any"]).primitive,
];

/**
 * Algebra broadcasts by itself: an operand that was only spread over axes of the other one is read where it stands.
 * Adjoints of sums are such operands; to write them out would be a walk over memory for nothing.
 */
function readUnspread(node: Expression): Expression {
  if (!broadcasting.includes(node.primitive)) return node;
  const [a, b] = node.operands as readonly [Expression, Expression];
  const [plainA, plainB] = [spreadSource(a), spreadSource(b)];
  if (plainB !== undefined && namesWithin(b, a)) return { ...node, operands: [a, plainB] };
  if (plainA !== undefined && namesWithin(a, b)) return { ...node, operands: [plainA, b] };
  return node;
}

function namesWithin(inner: Expression, outer: Expression): boolean {
  return inner.axes.every(({ name }) => hasAxis(outer.axes, name));
}

/** x + 0, x − 0, x · 1, x / 1 → x; x · 0 → 0. Only where the axes stay what they were. */
function dropTrivial(node: Expression): Expression {
  const [a, b] = node.operands;
  const keeps = (operand: Expression): boolean => sameAxes(operand.axes, node.axes);
  const [valueA, valueB] = [uniformValue(a), uniformValue(b)];
  switch (node.primitive) {
    case addition:
      if (valueB === 0 && keeps(a!)) return a!;
      return valueA === 0 && keeps(b!) ? b! : node;
    case subtraction:
      return valueB === 0 && keeps(a!) ? a! : node;
    case product:
      if (valueB === 1 && keeps(a!)) return a!;
      if (valueA === 1 && keeps(b!)) return b!;
      return valueA === 0 || valueB === 0 ? arrange(constant(0), node.axes) : node;
    case quotient:
      return valueB === 1 && keeps(a!) ? a! : node;
    default:
      return node;
  }
}

/** Returns the first of several nodes that compute the same thing. */
function shareEqual(): (node: Expression) => Expression {
  const ids = new Map<object, number>();
  const known = new Map<string, Expression>();
  const id = (thing: object): number => {
    const present = ids.get(thing) ?? ids.size;
    ids.set(thing, present);
    return present;
  };
  return (node) => {
    const key = [id(node.primitive), attributeKey(node, id), axesKey(node), ...node.operands.map(id)].join(
      "|",
    );
    const present = known.get(key);
    if (present !== undefined) return present;
    known.set(key, node);
    return node;
  };
}

function attributeKey(node: Expression, id: (thing: object) => number): string {
  if (isInput(node)) return inputName(node);
  return Object.entries(node.attributes)
    .map(([name, value]) => {
      if (!(value instanceof Float64Array)) return `${name}=${value}`;
      return value.length === 1 && !Object.is(value[0], -0) ? `${name}=${value[0]}` : `${name}#${id(value)}`;
    })
    .join(",");
}

function axesKey(node: Expression): string {
  return node.outputs.map((axes) => axes.map(({ name, size }) => `${name}:${size}`).join("·")).join("/");
}
