/** One run, once it is known what each chain is to do: holds the runner, the checkpoints and the stop together. */
import { CheckpointWriter } from "../checkpoint/checkpoint-writer.js";
import type { ChainTask } from "../chain/chain-task.js";
import type { Progress } from "../chain/progress.js";
import { runDefaults } from "../run-options.js";
import type { RunOptions } from "../run-options.js";
import type { Target } from "../target.js";
import type { Trace } from "../trace.js";
import type { ChainRunner } from "./chain-runner.js";
import { ConvergenceWatch } from "./convergence-watch.js";
import type { Diagnose } from "./convergence-watch.js";
import { inProcess } from "./in-process.js";
import { LiveControl } from "./live-control.js";
import { StopWatch } from "./stop-watch.js";

/** A run while it goes on. */
export interface SamplingRun {
  /** What the chains have done so far, a copy: one trace per chain, "running" where it is not over. Also while paused. */
  traces(): Promise<readonly Trace[]>;
  /** Holds all chains soon, between two transitions. The bits do not depend on it. */
  pause(): void;
  resume(): void;
  /** Ends all chains soon; what is drawn is kept, and can be continued with `extendTraces`. */
  stop(): void;
  /** What `sample` would give. */
  readonly finished: Promise<readonly Trace[]>;
}

/** Who is told of a run, and where it happens. */
export interface LiveOptions extends Pick<RunOptions, "checkpoint" | "stopWhen" | "stopEvery"> {
  readonly runChains?: ChainRunner;
  readonly onProgress?: (progress: Progress) => void;
  readonly diagnose?: Diagnose;
  readonly signal?: AbortSignal;
}

/** Starts chains whose tasks may take a moment to be known. */
export function startRun(
  target: Target,
  tasks: readonly ChainTask[] | Promise<readonly ChainTask[]>,
  options: LiveOptions,
): SamplingRun {
  const control = new LiveControl();
  const { signal } = options;
  const stop = (): void => control.stop();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const run = async (): Promise<readonly Trace[]> => {
    try {
      return await runTasks(target, await tasks, options, control);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
  return {
    traces: () => control.snapshots(),
    pause: () => control.setPaused(true),
    resume: () => control.setPaused(false),
    stop,
    finished: run(),
  };
}

async function runTasks(
  target: Target,
  tasks: readonly ChainTask[],
  options: LiveOptions,
  control: LiveControl,
): Promise<readonly Trace[]> {
  const { runChains = inProcess, onProgress, checkpoint } = options;
  const writer = checkpoint === undefined ? undefined : new CheckpointWriter(checkpoint.store);
  const watch = watchOf(tasks, options, control);
  const convergence = convergenceWatchOf(tasks, options, control);
  const saveEvery = checkpoint === undefined ? undefined : (checkpoint.every ?? runDefaults.checkpointEvery);
  const listen = (progress: Progress): void => {
    watch?.noteProgress(progress);
    onProgress?.(convergence?.note(progress) ?? progress);
  };
  const traces = await runChains({
    target,
    chains: saveEvery === undefined ? tasks : tasks.map((task) => ({ ...task, saveEvery })),
    ...(watch === undefined && onProgress === undefined ? {} : { onProgress: listen }),
    onTrace: (trace) => {
      writer?.offer(trace);
      watch?.noteEnd(trace);
    },
    signal: control.signal,
    control,
  });
  await writer?.settled();
  await convergence?.finish();
  const ended = watch === undefined ? traces : await watch.finish(traces);
  return ended.map((trace) => withWarning(trace, writer?.warningOf(trace.chain)));
}

function watchOf(
  tasks: readonly ChainTask[],
  { stopWhen, stopEvery = runDefaults.stopEvery }: LiveOptions,
  control: LiveControl,
): StopWatch | undefined {
  if (stopWhen === undefined) return undefined;
  return new StopWatch(stopWhen, stopEvery, {
    warmup: tasks[0].warmup,
    chains: tasks.length,
    snapshots: () => control.snapshots(),
    stop: () => control.stop(),
    isStopped: () => control.signal.aborted,
  });
}

/** Only where somebody is told of it. */
function convergenceWatchOf(
  tasks: readonly ChainTask[],
  { diagnose, onProgress }: LiveOptions,
  control: LiveControl,
): ConvergenceWatch | undefined {
  if (diagnose === undefined || onProgress === undefined) return undefined;
  return new ConvergenceWatch(diagnose, {
    warmup: tasks[0].warmup,
    snapshots: () => control.snapshots(),
    stop: () => control.stop(),
  });
}

function withWarning(trace: Trace, warning: string | undefined): Trace {
  return warning === undefined ? trace : { ...trace, warnings: [...(trace.warnings ?? []), warning] };
}
