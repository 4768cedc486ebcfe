/** A world in memory for tests: files are a map, streams are lists, the clock stands still, chains run on this thread. */

import { memoryStore } from "@mmm/sampler";
import type { CheckpointFolder } from "./files/checkpoint-folder.js";
import { main } from "./main.js";
import type { World } from "./world.js";

/** How a world differs from an ordinary one. */
export interface MadeUp {
  /** Reasons why files cannot be written, by path; found out beforehand. */
  readonly locked?: Readonly<Record<string, string>>;
  /** Reasons that show only when writing. */
  readonly full?: Readonly<Record<string, string>>;
  /** Whether the user has pressed Ctrl-C before the first draw. */
  readonly interrupted?: boolean;
  /** Checkpoints of earlier commands, by folder; those of this one are added. */
  readonly checkpoints?: Map<string, CheckpointFolder>;
}

/** How a command ended. */
export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, as text. */
  readonly out: string;
  readonly err: string;
  /** Everything that a watcher saw on the progress line. */
  readonly shown: readonly string[];
  /** All files afterwards. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs `mmm` with these words in a world that holds these files. */
export async function mmm(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
  madeUp: MadeUp = {},
): Promise<Outcome> {
  const disk = new Map(Object.entries(files));
  const printed: string[] = [];
  const told: string[] = [];
  const shown: string[] = [];
  const world: World = {
    version: "1.2.3",
    print: (text) => void printed.push(`${text}\n`),
    tell: (text) => void told.push(`${text}\n`),
    show: (line) => void shown.push(line),
    readText: (path) => {
      const text = disk.get(path);
      return text === undefined ? { reason: "no such file or folder" } : { text };
    },
    writeText: (path, text) => {
      const reason = madeUp.full?.[path];
      if (reason === undefined) disk.set(path, text);
      return reason;
    },
    refuseWrite: (path) => madeUp.locked?.[path],
    checkpoints: (folder) => checkpointsIn(folder, madeUp.checkpoints ?? new Map()),
    now: () => 1500,
    runChains: () => undefined,
    interruption: () => (madeUp.interrupted ? AbortSignal.abort() : new AbortController().signal),
  };
  const code = await main(words, world);
  return { code, out: printed.join(""), err: told.join(""), shown, files: Object.fromEntries(disk) };
}

/** Checkpoints in memory. */
function checkpointsIn(folder: string, all: Map<string, CheckpointFolder>): CheckpointFolder {
  const kept = all.get(folder) ?? emptyFolder();
  all.set(folder, kept);
  return kept;
}

function emptyFolder(): CheckpointFolder {
  let store = memoryStore();
  let some = false;
  return {
    store: {
      write: (chain, trace) => {
        some = true;
        return store.write(chain, trace);
      },
      read: (chain) => store.read(chain),
    },
    exists: () => some,
    clear: () => {
      store = memoryStore();
      some = false;
    },
  };
}
