/** The real world of a terminal: files, standard streams, clock, Ctrl-C and worker threads. */

import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { nodeWorkers } from "@mmm/sampler/node";
import type { World } from "./world.js";

/** What a system error means to a person. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder",
    EISDIR: "a folder",
    ENOTDIR: "a path through a file",
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "a read-only disk",
    ENOSPC: "a full disk",
  };
  return words[code ?? ""] ?? message;
}

function attempt(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Writes beside the target and renames, so that a kill or a full disk leaves the old file or the new one, never half. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function refuseWrite(path: string): string | undefined {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isDirectory()) return "a folder";
  let folder = dirname(path);
  while (statSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder)
    folder = dirname(folder);
  if (!statSync(folder).isDirectory()) return "a path through a file";
  return attempt(() => accessSync(folder, constants.W_OK));
}

/** Aborts at the first Ctrl-C; a second one ends the process as usual. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  process.once("SIGTERM", () => controller.abort());
  return controller.signal;
}

/** The world of this process. */
export function nodeWorld(): World {
  const { stdout, stderr } = process;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001b[2K");
    shown = false;
  };
  return {
    print: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    tell: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    show: (line) => {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    readText: (path) => {
      try {
        return { text: readFileSync(path, "utf8") };
      } catch (error) {
        return { reason: reasonOf(error) };
      }
    },
    writeText: (path, text) => attempt(() => writeWhole(path, text)),
    refuseWrite,
    now: () => performance.now(),
    runChains: (workers) => nodeWorkers(workers === undefined ? {} : { workers }),
    signal: interruption(),
  };
}
