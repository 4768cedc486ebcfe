/** Where checkpoints are kept: the contract between a run and a file, a database, or memory. */
import type { Trace } from "../trace.js";

/**
 * Keeps what each chain has done, so that the run can go on after a kill. Traces are plain data with typed arrays, NaN and
 * repeated references: `structuredClone`, `v8.serialize` and IndexedDB keep them, JSON does not.
 */
export interface CheckpointStore {
  /** Replaces what is kept of this chain, all or nothing: a kill in the middle must leave the earlier one readable. What it
   * throws or rejects with becomes a warning in the chain's trace; the run goes on. */
  write(chain: number, trace: Trace): void | Promise<void>;
  /** The last that was written; undefined if there is none. */
  read(chain: number): Trace | undefined | Promise<Trace | undefined>;
}
