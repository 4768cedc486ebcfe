/** The real command in a process of its own, in a folder of its own. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileStore } from "@mmm/sampler/node";

/** The program that npm installs as `mmm`. */
export const bin = fileURLToPath(new URL("../bin/mmm.js", import.meta.url));

/** How a process ended: an exit code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** A folder for commands to run in, with these files. */
export function makePlace(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(tmpdir(), "mmm-cli-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  return place;
}

export function removePlace(place: string): void {
  rmSync(place, { recursive: true, force: true });
}

/** Every file below a folder with its content. */
export function contents(place: string): Readonly<Record<string, string>> {
  const files = readdirSync(place, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    files.map((name) => {
      const path = join(place, name);
      return [name, statSync(path).isDirectory() ? "folder" : readFileSync(path, "utf8")];
    }),
  );
}

/** Starts a command; `meanwhile` may send it signals. */
export function run(
  place: string,
  command: string,
  words: readonly string[],
  meanwhile: (child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1" };
  delete env["NODE_OPTIONS"];
  const child = spawn(command, words, { cwd: place, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  meanwhile(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}

/** Runs `mmm` with these words. */
export function runMmm(
  place: string,
  words: readonly string[],
  meanwhile?: (child: ChildProcess) => void,
): Promise<Ended> {
  return run(place, process.execPath, [bin, ...words], meanwhile);
}

/** Runs `mmm` and sends it a signal as soon as the moment is right, or not at all where it ends before. */
export function runUntil(
  place: string,
  words: readonly string[],
  signal: "SIGINT" | "SIGKILL",
  isRight: () => boolean | Promise<boolean>,
): Promise<Ended> {
  return runMmm(place, words, (child) => {
    const watch = async (): Promise<void> => {
      while (child.exitCode === null && child.signalCode === null) {
        if (await isRight()) return void child.kill(signal);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    void watch();
  });
}

/** How many draws each chain has in a folder of checkpoints; `undefined` where a chain has none yet. */
export async function checkpointed(folder: string, chains = 2): Promise<readonly (number | undefined)[]> {
  const store = fileStore(folder);
  const traces = Array.from({ length: chains }, async (_, chain) => store.read(chain));
  return (await Promise.all(traces)).map((trace) => trace?.draws);
}
