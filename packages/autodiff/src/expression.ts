/** Expressions: immutable nodes of array arithmetic, the one text from which a model's value and gradient come. */

import { type Axis, clashingAxis, describeAxes, elementCount, mergeAxes } from "./axis.js";
import type { Attributes, Step } from "./program/step.js";

/**
 * One array-valued term of a model. Nodes never change and may be shared; they hold no numbers except constants.
 */
export interface Expression {
  readonly primitive: Primitive;
  readonly operands: readonly Expression[];
  /** Axes of the array this node stands for, outermost first; `[]` is a scalar. */
  readonly axes: readonly Axis[];
  /** Axes of every array the node computes; more than one only for fused operations, whose parts `pick` takes. */
  readonly outputs: readonly (readonly Axis[])[];
  readonly attributes: Attributes;
}

/** Anything an operation accepts: an expression, or a plain number standing for a scalar constant. */
export type Operand = Expression | number;

/** Adjoints (derivatives of the differentiated output) per array; `undefined` stands for zero. */
export type Adjoints = readonly (Expression | undefined)[];

/**
 * The complete rule of one operation: how it runs and how it differentiates. The compiler knows nothing about an
 * operation beyond this record, and a record without a pullback does not type-check.
 */
export interface Primitive {
  readonly name: string;
  /** Writes the kernel calls that compute the node. */
  readonly emit: (step: Step) => void;
  /**
   * Adjoints of the operands from the adjoints of the outputs, each with exactly the operand's axes.
   * `wanted[i]` is false where operand `i` does not depend on what is differentiated.
   */
  readonly pullback: (node: Expression, adjoints: Adjoints, wanted: readonly boolean[]) => Adjoints;
}

/**
 * Makes a node with one output: how a primitive of one's own becomes an expression.
 *
 * @param primitive   how the node runs and differentiates
 * @param operands    what it is computed from
 * @param axes        the axes of its result
 * @param attributes  settings that are no arrays of the graph
 * @returns           [axes]
 * @example
 * const silent = { name: "silent", emit: () => {}, pullback: () => [] };
 * makeNode(silent, [], [axis("time", 3)]).axes.length; // => 1
 */
export function makeNode(
  primitive: Primitive,
  operands: readonly Expression[],
  axes: readonly Axis[],
  attributes: Attributes = {},
): Expression {
  return { primitive, operands, axes, outputs: [axes], attributes };
}

const constantPrimitive: Primitive = { name: "constant", emit: () => {}, pullback: () => [] };
const inputPrimitive: Primitive = { name: "input", emit: () => {}, pullback: () => [] };

/**
 * Fixed numbers.
 *
 * @param values  a number, or the elements in the order of `axes`, innermost fastest
 * @param axes    the axes; none for a scalar
 * @returns       [axes]
 * @throws {RangeError} when the number of values is not the product of the sizes
 * @example
 * constant([1, 2, 3], [axis("time", 3)]).axes.length; // => 1
 */
export function constant(values: number | ArrayLike<number>, axes: readonly Axis[] = []): Expression {
  const array = typeof values === "number" ? Float64Array.of(values) : Float64Array.from(values);
  if (array.length !== elementCount(axes)) {
    throw new RangeError(
      `constant ${describeAxes(axes)}: needs ${elementCount(axes)} values, got ${array.length}. Give one value per element.`,
    );
  }
  return makeNode(constantPrimitive, [], axes, { values: array });
}

/**
 * Numbers that are given anew at every evaluation: parameters, or data that changes.
 *
 * @param name  the name under which values arrive; two inputs of one program never share a name
 * @param axes  the axes; none for a scalar
 * @returns     [axes]
 * @example
 * input("retention", [axis("channel", 3)]).axes[0].size; // => 3
 */
export function input(name: string, axes: readonly Axis[] = []): Expression {
  return makeNode(inputPrimitive, [], axes, { name });
}

export function isConstant(node: Expression): boolean {
  return node.primitive === constantPrimitive;
}

export function isInput(node: Expression): boolean {
  return node.primitive === inputPrimitive;
}

/** The elements of a constant node. */
export function constantValues(node: Expression): Float64Array {
  const { values } = node.attributes;
  if (!(values instanceof Float64Array))
    throw new Error(`${describeExpression(node)}: believed to be a constant`);
  return values;
}

/** The name of an input node. */
export function inputName(node: Expression): string {
  const { name } = node.attributes;
  if (typeof name !== "string") throw new Error(`${describeExpression(node)}: believed to be an input`);
  return name;
}

/**
 * Reads a number as a scalar constant; leaves an expression as it is.
 *
 * @param operand  an expression or a number
 * @returns        an expression
 * @example
 * evaluate(toExpression(2)); // => [2]
 */
export function toExpression(operand: Operand): Expression {
  return typeof operand === "number" ? constant(operand) : operand;
}

/**
 * How messages name a node.
 *
 * @param node  an expression
 * @returns     what it is and its axes
 * @example
 * describeExpression(input("retention", [axis("channel", 3)])); // => 'input "retention" [channel 3]'
 */
export function describeExpression(node: Expression): string {
  const name = isInput(node) ? `input "${inputName(node)}"` : node.primitive.name;
  return `${name} ${describeAxes(node.axes)}`;
}

/**
 * The axes of `operation(a, b)` after broadcasting by name.
 *
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 */
export function broadcastAxes(operation: string, a: Expression, b: Expression): readonly Axis[] {
  const clash = clashingAxis(a.axes, b.axes);
  if (clash !== undefined) {
    throw new RangeError(
      `${operation}: axis "${clash[0].name}" must have one size, got ${clash[0].size} in ${describeExpression(a)} ` +
        `and ${clash[1].size} in ${describeExpression(b)}. Give both the same axis, or name them differently.`,
    );
  }
  return mergeAxes(a.axes, b.axes);
}

/**
 * The position of a named axis in an expression.
 *
 * @throws {RangeError} naming the expression and its axes when it has no such axis
 */
export function axisIndex(operation: string, node: Expression, name: string): number {
  const index = node.axes.findIndex((axis) => axis.name === name);
  if (index < 0) {
    throw new RangeError(
      `${operation}: needs an axis "${name}", got ${describeExpression(node)}. Name one of its axes.`,
    );
  }
  return index;
}

/** The position of an axis that must be innermost, as recursions along time need it. */
export function innermostAxis(operation: string, node: Expression, name: string): Axis {
  const index = axisIndex(operation, node, name);
  if (index !== node.axes.length - 1) {
    throw new RangeError(
      `${operation}: axis "${name}" must be the last axis, got ${describeExpression(node)}. Use \`arrange\` first.`,
    );
  }
  return node.axes[index]!;
}
