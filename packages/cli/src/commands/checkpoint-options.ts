/** The options that keep a killed fit alive: where its checkpoints are, how often they are written, and going on from them. */

import { join } from "node:path";
import { type Issue, makeIssue } from "@mmm/data";
import type { FitOptions } from "@mmm/model";
import type { Command } from "commander";
import { type CheckpointFolder, patientStore } from "../files/checkpoint-folder.js";
import { checkOutputFile } from "../files/output-file.js";
import type { World } from "../world.js";
import { secondsValue } from "./values.js";

/** As commander gives them. */
export interface CheckpointFlags {
  readonly checkpoint?: string;
  readonly checkpointEvery: number;
  readonly resume?: boolean;
}

/** The checkpoints of one command. */
export interface Checkpoints {
  readonly folder: CheckpointFolder;
  readonly path: string;
  /** What stands against them. */
  readonly issues: readonly Issue[];
  /** For `fit`. */
  readonly options: Pick<FitOptions, "checkpoint">;
}

/** Transitions between two offers; the store waits for longer. */
const every = 25;

export function withCheckpointOptions(command: Command): Command {
  return command
    .option("--checkpoint <folder>", "where a long run is kept (default: <output>.checkpoint)")
    .option("--checkpoint-every <seconds>", "least time between two checkpoints", secondsValue, 30)
    .option("--resume", "go on with an interrupted run, to the bits of one that was not");
}

/** The checkpoints of a fit that is saved as `output`. */
export function openCheckpoints(
  world: World,
  output: string,
  { checkpoint, checkpointEvery, resume = false }: CheckpointFlags,
): Checkpoints {
  const path = checkpoint ?? `${output}.checkpoint`;
  const folder = world.checkpoints(path);
  const store = patientStore(folder.store, {
    milliseconds: 1000 * checkpointEvery,
    now: world.now,
    onFirst: () => {
      if (!resume) folder.clear();
    },
  });
  return {
    ...{ folder, path, options: { checkpoint: { store, every, resume } } },
    issues: [
      // The default place is beside the output, which is checked itself.
      ...(checkpoint === undefined ? [] : checkOutputFile(world, join(path, "chain-0.checkpoint"))),
      ...(resume && !folder.exists() ? [noCheckpoint(path)] : []),
    ],
  };
}

function noCheckpoint(path: string): Issue {
  return makeIssue({
    code: "cli.no-checkpoint",
    place: { file: path },
    rule: "must hold the checkpoints of an interrupted run",
    got: "none",
    advice: "Leave --resume out to start anew, or give the folder with --checkpoint.",
  });
}
