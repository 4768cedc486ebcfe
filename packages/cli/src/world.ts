/** World: everything a command may touch outside its arguments, so that tests can give it another one. */

import type { SampleOptions } from "@mmm/sampler";
import type { CheckpointFolder } from "./files/checkpoint-folder.js";

/** The outside as commands see it. */
export interface World {
  /** Version of the program. */
  readonly version: string;
  /** Results: standard output. */
  readonly print: (text: string) => void;
  /** Everything else a person reads: standard error. */
  readonly tell: (text: string) => void;
  /** Rewrites the last line that a person watches; does nothing where nobody does. */
  readonly show: (line: string) => void;
  /** The text of a file, or the reason why it cannot be had. */
  readonly readText: (path: string) => { readonly text: string } | { readonly reason: string };
  /** Writes a file whole or not at all; returns the reason when it cannot. */
  readonly writeText: (path: string, text: string) => string | undefined;
  /** The reason why a file could not be written there, found out before the work; leaves nothing behind. */
  readonly refuseWrite: (path: string) => string | undefined;
  /** The checkpoints in a folder; nothing is made before the first is written. */
  readonly checkpoints: (folder: string) => CheckpointFolder;
  /** Milliseconds since the program started. */
  readonly now: () => number;
  /** Where chains run. */
  readonly runChains: (workers: number | undefined) => SampleOptions["runChains"];
  /** From now on Ctrl-C does not end the program but aborts this signal; a second one ends it. */
  readonly interruption: () => AbortSignal;
}
