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

/** Lays out buffers by lifetime and writes the calls. */
export function planProgram({ outputs, variables, gradient, declared = [] }: PlanRequest): Plan {
  const arena = makeArena();
  const records: number[] = [];
  const constants: { offset: number; values: Float64Array }[] = [];
  const buffers = new Map<Expression, readonly Buffer[]>();
  const inputs = new Map<string, Buffer>();
  const scalars = new Map<number, number>();

  const dimension = variables.reduce((total, { axes }) => total + elementCount(axes), 0);
  const gradientOffset = arena.reserve(dimension) + arena.reserve(gradient.length > 0 ? dimension : 0);
  let packed = 0;
  for (const variable of variables) {
    place(inputs, buffers, variable, packed);
    packed += elementCount(variable.axes);
  }

  const order = topologicalOrder([...outputs, ...gradient]);
  for (const node of order) {
    if (isInput(node) && !buffers.has(node))
      place(inputs, buffers, node, arena.reserve(elementCount(node.axes)));
    if (isConstant(node)) {
      const offset = arena.reserve(elementCount(node.axes));
      constants.push({ offset, values: constantValues(node) });
      buffers.set(node, [{ offset, axes: node.axes }]);
    }
  }
  for (const node of declared) {
    if (!inputs.has(inputName(node))) place(inputs, buffers, node, arena.reserve(elementCount(node.axes)));
  }
  const scalar = (value: number): number => {
    const known = scalars.get(value);
    if (known !== undefined) return known;
    const offset = arena.reserve(1);
    constants.push({ offset, values: Float64Array.of(value) });
    scalars.set(value, offset);
    return offset;
  };

  const releases = lifetimes(order, [...outputs, ...gradient]);
  const remaining = new Set(outputs);
  let outputRecords = 0;
  order.forEach((node, index) => {
    if (node.primitive === pickPrimitive) {
      const source = buffers.get(node.operands[0]!)![Number(node.attributes.index)]!;
      buffers.set(node, [source]);
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
  writeGradient(gradient, buffers, gradientOffset, records);

  return {
    arenaLength: arena.length(),
    records: Int32Array.from(records),
    outputRecords,
    inputs,
    dimension,
    gradientOffset,
    outputs: outputs.map((node) => buffers.get(node)![0]!),
    constants,
  };
}

function place(
  inputs: Map<string, Buffer>,
  buffers: Map<Expression, readonly Buffer[]>,
  node: Expression,
  offset: number,
): void {
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

/** Gives out runs of the arena; released runs of the same size are used again. */
function makeArena(): {
  reserve: (count: number) => number;
  allocate: (count: number) => number;
  release: (offset: number, count: number) => void;
  length: () => number;
} {
  let length = 0;
  const free = new Map<number, number[]>();
  // Even counts keep every buffer on a 16-byte border, the width of one SIMD register.
  const padded = (count: number): number => count + (count % 2);
  const reserve = (count: number): number => {
    const offset = length;
    length += padded(count);
    return offset;
  };
  return {
    reserve,
    allocate: (count) => free.get(padded(count))?.pop() ?? reserve(count),
    release: (offset, count) => {
      const size = padded(count);
      const offsets = free.get(size);
      if (offsets === undefined) free.set(size, [offset]);
      else offsets.push(offset);
    },
    length: () => length,
  };
}
