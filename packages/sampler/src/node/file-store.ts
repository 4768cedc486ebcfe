/** Checkpoints in a folder, one file per chain. */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pid } from "node:process";
import { deserialize, serialize } from "node:v8";
import type { CheckpointStore } from "../checkpoint/checkpoint-store.js";
import type { Trace } from "../trace.js";

/**
 * A store for the option `checkpoint` that survives the program: `chain-0.checkpoint`, `chain-1.checkpoint`, … in a folder.
 * Each is written beside and renamed, so that a kill or a full disk leaves the one before.
 *
 * @param folder  is made when the first checkpoint is written
 * @returns a store; reading refuses a file that is no checkpoint
 * @example
 * const options: SampleOptions = { seed: 1, checkpoint: { store: fileStore("fit-1"), resume: true } };
 * typeof options.checkpoint; // => "object"
 */
export function fileStore(folder: string): CheckpointStore {
  const fileOf = (chain: number): string => join(folder, `chain-${chain}.checkpoint`);
  return {
    async write(chain, trace) {
      const bytes = serialize(trace);
      await mkdir(folder, { recursive: true });
      const temporary = `${fileOf(chain)}.${pid}.tmp`;
      try {
        await writeFile(temporary, bytes, { flush: true });
        await rename(temporary, fileOf(chain));
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {}); // the first error is the one to tell
        throw error;
      }
    },
    async read(chain) {
      const bytes = await readFile(fileOf(chain)).catch((error: unknown) => {
        if ((error as { code?: unknown }).code === "ENOENT") return undefined;
        throw error;
      });
      return bytes === undefined ? undefined : traceOf(bytes, fileOf(chain));
    },
  };
}

function traceOf(bytes: Uint8Array, file: string): Trace {
  let trace: Trace | undefined;
  try {
    trace = deserialize(bytes) as Trace;
  } catch {
    trace = undefined;
  }
  if (trace?.resumePoint?.format === 1) return trace;
  throw new Error(
    `${file}: must be a checkpoint of this version, got ${bytes.length} bytes of something else. Delete it to start this chain anew.`,
  );
}
