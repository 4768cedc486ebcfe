/** The backend of plain TypeScript: the twin of every kernel over one Float64Array. */

import type { Backend } from "./backend.js";
import { kernelNames, recordLength } from "./kernel-table.js";
import { twinTable } from "./twins/twin-table.js";

type Twin = (memory: Float64Array, ...values: readonly number[]) => void;

/** By operation code. Each twin takes the arena and as many of a record's fifteen integers as it has arguments. */
const twins = kernelNames.map((name) => twinTable[name] as Twin);

function runRecords(memory: Float64Array, records: readonly LoadedRecord[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const { twin, values: v } = records[index]!;
    twin(
      memory,
      v[0],
      v[1],
      v[2],
      v[3],
      v[4],
      v[5],
      v[6],
      v[7],
      v[8],
      v[9],
      v[10],
      v[11],
      v[12],
      v[13],
      v[14],
    );
  }
}

interface LoadedRecord {
  readonly twin: Twin;
  readonly values: Int32Array;
}

function readRecords(records: Int32Array): readonly LoadedRecord[] {
  return Array.from({ length: records.length / recordLength }, (_, index) => {
    const values = records.slice(index * recordLength, (index + 1) * recordLength);
    return { twin: twins[values[0]]!, values: values.subarray(1) };
  });
}

/**
 * A backend whose kernels are plain TypeScript: slower, and the judge of the WebAssembly kernels.
 *
 * @param elementCount  size of the arena in doubles, zero at first
 */
export function createTwinBackend(elementCount: number): Backend {
  const memory = new Float64Array(elementCount);
  return {
    name: "twin",
    view: (offset, length) => memory.subarray(offset, offset + length),
    load: (records) => {
      const loaded = readRecords(records);
      return (from, to) => runRecords(memory, loaded, from, to);
    },
  };
}
