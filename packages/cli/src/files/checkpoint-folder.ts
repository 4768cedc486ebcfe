/** A folder of checkpoints: written now and then while a fit runs, gone when its result is saved. */

import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CheckpointStore, Trace } from "@mmm/sampler";
import { fileStore } from "@mmm/sampler/node";

/** Where the checkpoints of one fit are kept. */
export interface CheckpointFolder {
  readonly store: CheckpointStore;
  /** Whether there are any. */
  readonly exists: () => boolean;
  /** Takes away the checkpoints, and the folder with them where it holds nothing else. */
  readonly clear: () => void;
}

const ours = /^chain-\d+\.checkpoint(\.\d+\.tmp)?$/;

/** The checkpoints in a folder on disk. */
export function checkpointFolder(folder: string): CheckpointFolder {
  const files = (): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => ours.test(name)) : [];
  return {
    store: fileStore(folder),
    exists: () => files().length > 0,
    clear: () => {
      for (const name of files()) rmSync(join(folder, name), { force: true });
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    },
  };
}

/** When a patient store writes. */
export interface Patience {
  /** Least time between two checkpoints of a chain, and before the first. */
  readonly milliseconds: number;
  readonly now: () => number;
  /** Called once, before the first checkpoint is written: those of an earlier run make room only then. */
  readonly onFirst: () => void;
}

/**
 * The same store, written to now and then: a fit of seconds leaves no trace on the disk, one of hours a checkpoint every
 * so often. Draws of a chain that was cancelled are always written, so that it can go on.
 */
export function patientStore(
  store: CheckpointStore,
  { milliseconds, now, onFirst }: Patience,
): CheckpointStore {
  const started = now();
  const written = new Map<number, number>();
  const isDue = ({ chain, outcome, draws }: Trace): boolean =>
    (outcome === "cancelled" && draws > 0) || now() - (written.get(chain) ?? started) >= milliseconds;
  return {
    write: (chain, trace) => {
      if (!isDue(trace)) return;
      if (written.size === 0) onFirst();
      written.set(chain, now());
      return store.write(chain, trace);
    },
    read: (chain) => store.read(chain),
  };
}
