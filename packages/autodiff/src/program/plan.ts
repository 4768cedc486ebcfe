/** Plan: from nodes to an arena of buffers and a flat list of kernel calls. */

import { elementCount } from "../axis.js";
import {
  constantValues,
  describeExpression,
  type Expression,
  inputName,
  isConstant,
  isInput,
} from "../expression.js";
import { kernelNames, kernelTable, recordLength } from "../kernels/kernel-table.js";
import { pickPrimitive } from "../primitives/tuple.js";
import { type Arena, makeArena } from "./arena.js";
import type { Buffer, Step } from "./step.js";
import { topologicalOrder } from "./topological-order.js";

/** A program before it is given a backend: where everything lies and what is called in which order. */
export interface Plan {
  /** Elements of the arena. */
  readonly arenaLength: number;
  /** Records of `recordLength` integers, element offsets. */
  readonly records: Int32Array;
  /** Records up to here compute the outputs; the rest compute the gradient. */
  readonly outputRecords: number;
  readonly inputs: ReadonlyMap<string, Buffer>;
  /** Variables lie side by side from element 0; so do their derivatives, from `gradientOffset`. */
  readonly dimension: number;
  readonly gradientOffset: number;
  readonly outputs: readonly Buffer[];
  readonly constants: readonly { readonly offset: number; readonly values: Float64Array }[];
}

export interface PlanRequest {
  readonly outputs: readonly Expression[];
  /** Inputs packed side by side. */
  readonly variables: readonly Expression[];
  /** One derivative per variable, or none at all. */
  readonly gradient: readonly Expression[];
  /** Inputs that can be set although simplification may have left nothing that reads them. */
  readonly declared?: readonly Expression[];
}

const opcodes = new Map(kernelNames.map((name, code) => [name as string, code]));

/** Everything that has a place in the arena. */
interface Layout {
  readonly arena: Arena;
  readonly buffers: Map<Expression, readonly Buffer[]>;
  readonly inputs: Map<string, Buffer>;
  readonly constants: { readonly offset: number; readonly values: Float64Array }[];
  /** Offset of a scalar constant, which is placed when it is first asked for. */
  readonly scalar: (value: number) => number;
}

/** Lays out buffers by lifetime and writes the calls. */
export function planProgram(request: PlanRequest): Plan {
  const { outputs, variables, gradient, declared = [] } = request;
  const order = topologicalOrder([...outputs, ...gradient]);
  const layout = startLayout();
  const { arena, buffers, inputs, constants } = layout;
  const dimension = placeVariables(layout, variables);
  const gradientOffset = arena.reserve(gradient.length > 0 ? dimension : 0);
  placeLeaves(layout, order, declared);
  const { records, outputRecords } = writeCalls(layout, order, request);
  writeGradient(gradient, buffers, gradientOffset, records);
  return {
    ...{ inputs, dimension, gradientOffset, constants, outputRecords },
    arenaLength: arena.length(),
    records: Int32Array.from(records),
    outputs: outputs.map((node) => buffers.get(node)![0]!),
  };
}

function startLayout(): Layout {
  const arena = makeArena();
  const constants: { offset: number; values: Float64Array }[] = [];
  const scalars = new Map<number, number>();
  const scalar = (value: number): number => {
    const known = scalars.get(value);
    if (known !== undefined) return known;
    const offset = arena.reserve(1);
    constants.push({ offset, values: Float64Array.of(value) });
    scalars.set(value, offset);
    return offset;
  };
  return { arena, constants, scalar, buffers: new Map(), inputs: new Map() };
}

/** Puts the variables side by side at the beginning; returns how many elements they have together. */
function placeVariables(layout: Layout, variables: readonly Expression[]): number {
  const dimension = variables.reduce((total, { axes }) => total + elementCount(axes), 0);
  let offset = layout.arena.reserve(dimension);
  for (const variable of variables) {
    placeInput(layout, variable, offset);
    offset += elementCount(variable.axes);
  }
  return dimension;
}

/** Places whatever is not computed: other inputs, constants, and inputs that simplification made needless. */
function placeLeaves(layout: Layout, order: readonly Expression[], declared: readonly Expression[]): void {
  const { arena, buffers, constants, inputs } = layout;
  for (const node of order) {
    const count = elementCount(node.axes);
    if (isInput(node) && !buffers.has(node)) placeInput(layout, node, arena.reserve(count));
    if (isConstant(node)) {
      const offset = arena.reserve(count);
      constants.push({ offset, values: constantValues(node) });
      buffers.set(node, [{ offset, axes: node.axes }]);
    }
  }
  for (const node of declared) {
    if (!inputs.has(inputName(node))) placeInput(layout, node, arena.reserve(elementCount(node.axes)));
  }
}

function placeInput({ inputs, buffers }: Layout, node: Expression, offset: number): void {
  const name = inputName(node);
  if (inputs.has(name)) {
    throw new RangeError(
      `${describeExpression(node)}: an input's name must be its own, got two inputs "${name}". Share the node or rename one.`,
    );
  }
  const buffer = { offset, axes: node.axes };
  inputs.set(name, buffer);
  buffers.set(node, [buffer]);
}

/** Writes every node's calls in order; a buffer is released where it is read for the last time. */
function writeCalls(
  { arena, buffers, scalar }: Layout,
  order: readonly Expression[],
  { outputs, gradient }: PlanRequest,
): { readonly records: number[]; readonly outputRecords: number } {
  const records: number[] = [];
  const releases = lifetimes(order, [...outputs, ...gradient]);
  const remaining = new Set(outputs);
  let outputRecords = 0;
  order.forEach((node, index) => {
    if (node.primitive === pickPrimitive) {
      buffers.set(node, [buffers.get(node.operands[0]!)![Number(node.attributes.index)]!]);
    } else if (!buffers.has(node)) {
      const made = node.outputs.map((axes) => ({ offset: arena.allocate(elementCount(axes)), axes }));
      buffers.set(node, made);
      node.primitive.emit(makeStep(node, buffers, scalar, records));
    }
    for (const dead of releases.get(index) ?? []) {
      for (const { offset, axes } of buffers.get(dead)!) arena.release(offset, elementCount(axes));
    }
    if (remaining.delete(node) && remaining.size === 0) outputRecords = records.length / recordLength;
  });
  return { records, outputRecords };
}

/** The node whose buffer an expression reads. */
function owner(node: Expression): Expression {
  return node.primitive === pickPrimitive ? node.operands[0]! : node;
}

/** For each position in the order, the nodes whose buffers are read there for the last time. */
function lifetimes(
  order: readonly Expression[],
  kept: readonly Expression[],
): ReadonlyMap<number, readonly Expression[]> {
  const last = new Map<Expression, number>();
  order.forEach((node, index) => {
    if (!isConstant(node) && !isInput(node)) last.set(owner(node), index);
    for (const operand of node.operands)
      if (!isConstant(operand) && !isInput(operand)) last.set(owner(operand), index);
  });
  for (const node of kept) last.delete(owner(node));
  const releases = new Map<number, Expression[]>();
  for (const [node, index] of last) releases.set(index, [...(releases.get(index) ?? []), node]);
  return releases;
}

function makeStep(
  node: Expression,
  buffers: ReadonlyMap<Expression, readonly Buffer[]>,
  scalar: (value: number) => number,
  records: number[],
): Step {
  return {
    operands: node.operands.map((operand) => buffers.get(operand)![0]!),
    outputs: buffers.get(node)!,
    attributes: node.attributes,
    scalar,
    call: (kernel, values) => {
      const names: readonly string[] = kernelTable[kernel];
      const numbers = names.map(
        (name) => (values as Readonly<Record<string, number>>)[name.replace("*", "")]!,
      );
      const record = [opcodes.get(kernel)!, ...numbers];
      while (record.length < recordLength) record.push(0);
      records.push(...record);
    },
  };
}

function writeGradient(
  gradient: readonly Expression[],
  buffers: ReadonlyMap<Expression, readonly Buffer[]>,
  gradientOffset: number,
  records: number[],
): void {
  let out = gradientOffset;
  for (const derivative of gradient) {
    const n0 = elementCount(derivative.axes);
    const flat = { out, x: buffers.get(derivative)![0]!.offset, n2: 1, n1: 1, n0 };
    const unused = makeStep(derivative, buffers, () => 0, records);
    unused.call("copy", { ...flat, out2: 0, out1: 0, out0: 1, x2: 0, x1: 0, x0: 1 });
    out += n0;
  }
}
