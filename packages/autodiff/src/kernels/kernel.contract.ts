/** What every backend promises of every kernel; not a test by itself. */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Backend } from "./backend.js";
import { type Counts, drawKernelCall, type KernelCall } from "./kernel-call.contract.js";
import { kernelCases } from "./kernel-cases.contract.js";
import { type KernelName, kernelNames, recordLength } from "./kernel-table.js";

/** Between kernels and formulas lie roundings of some dozen operations. */
const TOLERANCE = 1e-12;

export type MakeBackend = (elementCount: number, recordCount: number) => Backend;

/** Rows of any length up to two dozen, now and then as long as three years of weeks. */
const anyLength = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 24 }) },
  fc.integer({ min: 150, max: 160 }),
);

export const anyCounts: fc.Arbitrary<Counts> = fc.record({
  n: anyLength,
  n2: fc.integer({ min: 1, max: 2 }),
  n1: fc.integer({ min: 1, max: 6 }),
  n0: anyLength,
  lags: fc.integer({ min: 1, max: 13 }),
});

const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** The arena after one call, moved by `shift` elements within the backend's arena. */
export function runCall(
  makeBackend: MakeBackend,
  { record, before }: KernelCall,
  kernel: KernelName,
  shift = 0,
): Float64Array {
  const backend = makeBackend(before.length + shift, 1);
  backend.view(shift, before.length).set(before);
  backend.load(shiftBuffers(record, kernel, shift))(0, 1);
  return backend.view(shift, before.length).slice();
}

function shiftBuffers(record: Int32Array, kernel: KernelName, shift: number): Int32Array {
  const buffers = Object.keys(kernelCases[kernel].buffers).length;
  // Every kernel's buffers come first among its arguments, except the value of `fill`.
  const places = kernel === "fill" ? [1, 3] : Array.from({ length: buffers }, (_, index) => index + 1);
  const moved = record.slice();
  for (const place of places) moved[place]! += shift;
  return moved;
}

/** The largest error relative to the scale, over 1e-12; what may not change must keep its bits. */
export function worstError(actual: Float64Array, { before, expected, scale }: KernelCall): number {
  return actual.reduce((worst, value, at) => {
    if (scale[at] === 0) return Object.is(value, before[at]) ? worst : Infinity;
    const error = Math.abs(value - expected[at]!) / scale[at]!;
    return Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }, 0);
}

export function kernelContract(name: string, makeBackend: MakeBackend): void {
  for (const kernel of kernelNames) {
    test(`${name}: ${kernel} is its formula for any counts, strides and offsets, and writes nothing else`, () => {
      fc.assert(
        fc.property(anyCounts, anySeed, (counts, seed) => {
          const call = drawKernelCall(kernel, kernelCases[kernel], counts, seed);
          expect(worstError(runCall(makeBackend, call, kernel), call)).toBeLessThan(TOLERANCE);
        }),
        { numRuns: 30 },
      );
    });

    test(`${name}: ${kernel} gives the same bits again, at any offset`, () => {
      fc.assert(
        fc.property(anyCounts, anySeed, (counts, seed) => {
          const call = drawKernelCall(kernel, kernelCases[kernel], counts, seed);
          const once = runCall(makeBackend, call, kernel);
          expect(runCall(makeBackend, call, kernel)).toEqual(once);
          expect(runCall(makeBackend, call, kernel, 1)).toEqual(once);
        }),
        { numRuns: 5 },
      );
    });
  }

  test(`${name}: runs the records asked for, in order, and loads more than once`, () => {
    const backend = makeBackend(4, 3);
    backend.view(0, 4).set([3, 0, 0, 0]);
    const first = backend.load(
      toRecords([kernelNames.indexOf("square"), 1, 0, 1], [kernelNames.indexOf("negate"), 2, 1, 1]),
    );
    const second = backend.load(toRecords([kernelNames.indexOf("square"), 3, 2, 1]));
    first(1, 2);
    expect([...backend.view(0, 4)]).toEqual([3, 0, -0, 0]);
    first(0, 2);
    second(0, 1);
    expect([...backend.view(0, 4)]).toEqual([3, 9, -9, 81]);
  });
}

function toRecords(...calls: readonly (readonly number[])[]): Int32Array {
  const records = new Int32Array(calls.length * recordLength);
  calls.forEach((call, index) => records.set(call, index * recordLength));
  return records;
}
