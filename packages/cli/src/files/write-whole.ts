/** Writing to disk so that a kill or a full disk leaves the old file or the new one, never half. */

import {
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";

const words: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EISDIR: "a folder",
  ENOTDIR: "a path through a file",
  EEXIST: "a path through a file",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "a read-only disk",
  ENOSPC: "a full disk",
  ENAMETOOLONG: "a name that is too long",
};

/** What a system error means to a person. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return words[code ?? ""] ?? message;
}

/** The reason why an action fails, or nothing when it does not. */
export function attempt(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Writes a file by writing beside it and renaming; its folder is made where it is missing. */
export function writeWhole(path: string, text: string): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  // A device such as /dev/null is written to, not replaced.
  if (existing !== undefined && !existing.isFile()) return writeFileSync(path, text);
  makeFolders(path);
  const target = existing === undefined ? path : realpathSync(path); // behind a link, the file it leads to
  const draft = draftOf(target);
  try {
    writeFileSync(draft, text, existing === undefined ? {} : { mode: existing.mode });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The reason why a file could not be written there: the write is rehearsed, and nothing of it stays. */
export function refuseWrite(path: string): string | undefined {
  if (path === "") return "no name";
  const existing = attemptStat(path);
  if (typeof existing === "string") return existing;
  if (/[/\\]$/.test(path) || existing?.isDirectory()) return "a folder";
  if (existing !== undefined && (existing.mode & 0o222) === 0) return "a file that is write-protected";
  if (existing !== undefined && !existing.isFile()) return undefined;
  return attempt(() => {
    const made = makeFolders(path);
    const draft = draftOf(path);
    try {
      writeFileSync(draft, "", { flag: "wx" });
    } finally {
      rmSync(draft, { force: true });
      for (const folder of made.toReversed()) rmdirSync(folder);
    }
  });
}

/** Makes the folders above a path that are missing, and returns them; Node's own recursion never ends inside /proc. */
function makeFolders(path: string): readonly string[] {
  const missing: string[] = [];
  for (let folder = dirname(resolve(path)); !isThere(folder); folder = dirname(folder))
    missing.unshift(folder);
  for (const folder of missing) mkdirSync(folder);
  return missing;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function attemptStat(path: string): Stats | string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return reasonOf(error);
  }
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}
