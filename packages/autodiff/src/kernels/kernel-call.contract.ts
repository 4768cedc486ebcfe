/** One random call of one kernel: counts, layouts, values, and what the kernel's formula makes of them. */

import { drawInteger, drawUniform, randomStream, type RandomStream } from "@mmm/numerics";
import { kernelNames, type KernelName, kernelTable, recordLength } from "./kernel-table.js";

export type CountName = "n" | "n2" | "n1" | "n0" | "lags";
export type Counts = { readonly [Name in CountName]: number };

/** What a kernel's buffer holds. */
export interface BufferRule {
  readonly role: "in" | "out" | "both";
  /** Loop lengths from the outermost; strides come from the kernel's arguments, else the buffer is contiguous. */
  readonly shape: readonly CountName[];
  /** Range of input values; may depend on the loops, as that of an index does. */
  readonly range?: readonly [number, number] | ((counts: Counts) => readonly [number, number]);
  /** Whether different places may be one element (stride 0): inputs, and sums. */
  readonly broadcast?: boolean;
}

/** A kernel as the naive formula sees it. */
export interface FormulaCall {
  readonly counts: Counts;
  /** An input, or an output as set so far. */
  get(buffer: string, ...index: number[]): number;
  /** Sets an output; its error is judged relative to `scale`, by default its own size. */
  set(buffer: string, index: readonly number[], value: number, scale?: number): void;
}

export interface KernelCase {
  readonly buffers: Readonly<Record<string, BufferRule>>;
  readonly formula: (call: FormulaCall) => void;
}

interface Layout {
  readonly offset: number;
  readonly strides: readonly number[];
}

export interface KernelCall {
  readonly record: Int32Array;
  /** The arena before the call, and after it by the formula; NaN-free. */
  readonly before: Float64Array;
  readonly expected: Float64Array;
  /** Size against which the error of an element counts; 0 where nothing may change. */
  readonly scale: Float64Array;
}

/** Strides of a buffer: those that the record names are drawn at random, the rest is contiguous. */
function drawStrides(
  stream: RandomStream,
  kernel: KernelName,
  buffer: string,
  rule: BufferRule,
  sizes: readonly number[],
): number[] {
  const named = rule.shape.map((count) =>
    (kernelTable[kernel] as readonly string[]).includes(`${buffer}${count.slice(1)}`),
  );
  const strides = new Array<number>(sizes.length).fill(0);
  const order = sizes.map((_, level) => sizes.length - 1 - level);
  // Loops with strides may lie in memory in any order; those without are innermost.
  if (named.every(Boolean) && drawUniform(stream) < 0.3) order.reverse();
  let step = 1;
  for (const level of order) {
    const broadcast = named[level] && rule.broadcast === true && drawUniform(stream) < 0.35;
    if (broadcast) continue;
    strides[level] = step;
    step *= sizes[level]!;
    const gap = named.every((isNamed, other) => isNamed || other > level) && drawUniform(stream) < 0.3;
    if (gap && (level === 0 || named[level - 1])) step += drawInteger(stream, 3);
  }
  return strides;
}

function addressOf({ offset, strides }: Layout, index: readonly number[]): number {
  return index.reduce((address, position, level) => address + position * strides[level]!, offset);
}

/** Places the buffers one after the other with gaps of 0 to 2 elements, so that any alignment occurs. */
function placeBuffers(
  stream: RandomStream,
  kernel: KernelName,
  rules: KernelCase["buffers"],
  counts: Counts,
): { readonly layouts: ReadonlyMap<string, Layout>; readonly size: number } {
  const layouts = new Map<string, Layout>();
  let end = 0;
  for (const [buffer, rule] of Object.entries(rules)) {
    const sizes = rule.shape.map((count) => counts[count]);
    const strides = drawStrides(stream, kernel, buffer, rule, sizes);
    const offset = end + drawInteger(stream, 3);
    layouts.set(buffer, { offset, strides });
    end =
      addressOf(
        { offset, strides },
        sizes.map((size) => size - 1),
      ) + 1;
  }
  return { layouts, size: end + 2 };
}

function writeRecord(
  kernel: KernelName,
  layouts: ReadonlyMap<string, Layout>,
  call: KernelCase,
  counts: Counts,
): Int32Array {
  const record = new Int32Array(recordLength);
  record[0] = kernelNames.indexOf(kernel);
  kernelTable[kernel].forEach((argument: string, index) => {
    const buffer = argument.replace("*", "");
    const [, stem = "", level = ""] = /^(.*)([012])$/u.exec(argument) ?? [];
    if (argument.endsWith("*")) record[index + 1] = layouts.get(buffer)!.offset;
    else if (layouts.has(stem)) {
      const place = call.buffers[stem]!.shape.indexOf(`n${level}` as CountName);
      record[index + 1] = layouts.get(stem)!.strides[place]!;
    } else record[index + 1] = counts[argument as CountName];
  });
  return record;
}

/** Draws a call of a kernel with these counts. */
export function drawKernelCall(
  kernel: KernelName,
  kernelCase: KernelCase,
  counts: Counts,
  seed: number,
): KernelCall {
  const stream = randomStream(seed, kernel);
  const { layouts, size } = placeBuffers(stream, kernel, kernelCase.buffers, counts);
  const before = Float64Array.from({ length: size }, () => 4 * drawUniform(stream) - 2);
  for (const [buffer, { range = [-2, 2], role }] of Object.entries(kernelCase.buffers)) {
    if (role === "out") continue;
    const [low, high] = typeof range === "function" ? range(counts) : range;
    const start = layouts.get(buffer)!.offset;
    const later = [...layouts.values()].map(({ offset }) => offset).filter((offset) => offset > start);
    for (let at = start; at < Math.min(size, ...later); at++) {
      before[at] = low + (high - low) * drawUniform(stream);
    }
  }
  const expected = before.slice();
  const scale = new Float64Array(size);
  kernelCase.formula({
    counts,
    get: (buffer, ...index) => expected[addressOf(layouts.get(buffer)!, index)]!,
    set: (buffer, index, value, size = Math.abs(value)) => {
      const at = addressOf(layouts.get(buffer)!, index);
      expected[at] = value;
      scale[at] = Math.max(scale[at]!, size, Number.MIN_VALUE);
    },
  });
  return { record: writeRecord(kernel, layouts, kernelCase, counts), before, expected, scale };
}
