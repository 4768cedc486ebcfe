/** The backend of WebAssembly: kernels of two lanes, one memory per backend, one compiled module for all. */

import type { Backend } from "./backend.js";
import { kernelBinary } from "./kernel-binary.js";
import { kernelNames, kernelTable, recordLength } from "./kernel-table.js";

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface KernelExports {
  readonly memory: WasmMemory;
  /** First free byte. */
  freeMemory(): number;
  /** Interprets `count` records from a byte address on. */
  run(recordsByteAddress: number, count: number): void;
}

// The two globals of every JavaScript host that this file needs; no library of types without a DOM declares them.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};
declare function atob(base64: string): string;

const BYTES_PER_ELEMENT = 8;
const BYTES_PER_RECORD = 4 * recordLength;
const BYTES_PER_PAGE = 65_536;
/** A cache line: no element shares one with a record. */
const ALIGNMENT = 64;
/** Kernels may read (and drop) a few elements beyond the end of a row. */
const SLACK = 64;
/** What 32 address bits reach. */
const LARGEST_MEMORY = 4_294_967_296 - BYTES_PER_PAGE;

let compiled: object | undefined;

/** Compiled at first use (some 3 ms), then shared by all backends of this thread. */
function kernelModule(): object {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBinary), (byte) => byte.charCodeAt(0)));
  return compiled;
}

/** By operation code, for each argument: whether it is a buffer. */
const bufferArguments: readonly (readonly boolean[])[] = kernelNames.map((name) =>
  kernelTable[name].map((argument: string) => argument.endsWith("*")),
);

function roundUp(bytes: number, unit: number): number {
  return Math.ceil(bytes / unit) * unit;
}

/** Copies records, turning element offsets of buffers into byte addresses. */
function writeRecords(target: Int32Array, records: Int32Array, arenaAddress: number): void {
  target.set(records);
  for (let start = 0; start < records.length; start += recordLength) {
    bufferArguments[records[start]]!.forEach((isBuffer, index) => {
      if (!isBuffer) return;
      const at = start + 1 + index;
      target[at] = arenaAddress + records[at] * BYTES_PER_ELEMENT;
    });
  }
}

/**
 * A backend whose kernels are WebAssembly.
 *
 * @param elementCount  size of the arena in doubles, zero at first
 * @param recordCount   records that `load` may take, all calls together
 * @throws {RangeError} when the arena is beyond what 32 address bits reach (4 GB)
 */
export function createWasmBackend(elementCount: number, recordCount: number): Backend {
  const exports = new WebAssembly.Instance(kernelModule()).exports as KernelExports;
  const recordsAddress = roundUp(exports.freeMemory(), ALIGNMENT);
  const arenaAddress = roundUp(recordsAddress + recordCount * BYTES_PER_RECORD, ALIGNMENT);
  const size = arenaAddress + elementCount * BYTES_PER_ELEMENT + SLACK;
  if (size > LARGEST_MEMORY) {
    const limit = Math.floor((LARGEST_MEMORY - arenaAddress - SLACK) / BYTES_PER_ELEMENT);
    throw new RangeError(
      `arena: fits into 4 GB of WebAssembly memory, got ${elementCount} numbers (at most ${limit}). Use a smaller model, or evaluate fewer draws at a time.`,
    );
  }
  const missing = Math.ceil(size / BYTES_PER_PAGE) - exports.memory.buffer.byteLength / BYTES_PER_PAGE;
  if (missing > 0) exports.memory.grow(missing);
  const { buffer } = exports.memory;
  let loaded = 0;
  return {
    name: "wasm",
    view: (offset, length) => new Float64Array(buffer, arenaAddress + offset * BYTES_PER_ELEMENT, length),
    load: (records) => {
      const count = records.length / recordLength;
      if (loaded + count > recordCount) {
        throw new Error(
          `records: room for ${recordCount}, got ${loaded + count}. Create the backend for all of them.`,
        );
      }
      const first = recordsAddress + loaded * BYTES_PER_RECORD;
      writeRecords(new Int32Array(buffer, first, records.length), records, arenaAddress);
      loaded += count;
      return (from, to) => exports.run(first + from * BYTES_PER_RECORD, to - from);
    },
  };
}
