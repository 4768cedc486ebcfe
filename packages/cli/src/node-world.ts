/** The real world of a terminal: files, standard streams, clock, Ctrl-C and worker threads. */

import { readFileSync } from "node:fs";
import { nodeWorkers } from "@mmm/sampler/node";
import { checkpointFolder } from "./files/checkpoint-folder.js";
import { attempt, reasonOf, refuseWrite, writeWhole } from "./files/write-whole.js";
import { exitCodes } from "./output/exit-codes.js";
import type { World } from "./world.js";

/**
 * The world of this process.
 *
 * @returns  files relative to the working folder, the standard streams, a clock, Ctrl-C, one worker thread per core
 * @example
 * "reason" in nodeWorld().readText("no-such-file.csv"); // => true
 */
export function nodeWorld(): World {
  const { stdout, stderr } = process;
  let shown = false;
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    if (shown) stderr.write("\r\u001b[2K");
    shown = false;
    stream.write(`${harmless(text)}\n`);
  };
  for (const stream of [stdout, stderr]) stream.on("error", outputLost);
  return {
    version: versionOf(new URL("../package.json", import.meta.url)),
    print: (text) => write(stdout, text),
    tell: (text) => write(stderr, text),
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
    checkpoints: checkpointFolder,
    now: () => performance.now(),
    runChains: (workers) => nodeWorkers(workers === undefined ? {} : { workers }),
    interruption: () => interruption((text) => write(stderr, text)),
  };
}

/** From `src` as from `dist`, the package's own description lies one folder up. */
function versionOf(packageJson: URL): string {
  return (JSON.parse(readFileSync(packageJson, "utf8")) as { readonly version: string }).version;
}

/** Names come from files that anybody may have written: a terminal must not obey them. */
function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** A reader that has seen enough (`| head`) is no fault; a full disk behind `>` is one. */
function outputLost(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`mmm: the output must be writable, got ${reasonOf(error)}. Send it elsewhere.\n`);
  process.exit(exitCodes.fault);
}

function interruption(tell: (text: string) => void): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (!controller.signal.aborted) tell("Interrupted: keeping what is drawn. Once more ends at once.");
    controller.abort();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return controller.signal;
}
