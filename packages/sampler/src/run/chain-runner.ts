/** Where chains run: the contract between `sample` and whatever drives the chains. */
import type { ChainTask } from "../chain/chain-task.js";
import type { Progress } from "../chain/progress.js";
import type { Target } from "../target.js";
import type { Trace } from "../trace.js";

/** How a run that goes on is held and looked at. A runner that leaves it out of account runs to the end. */
export interface RunControl {
  readonly paused: boolean;
  /** Calls the listener whenever `paused` changes, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** Takes the runner's way to look at its chains: one trace each, in order, what is not over with outcome "running". */
  serveSnapshots(take: () => readonly Trace[] | Promise<readonly Trace[]>): void;
}

/** All that a runner needs to know. */
export interface ChainJob {
  readonly target: Target;
  readonly chains: readonly ChainTask[];
  readonly onProgress?: (progress: Progress) => void;
  /** Called with what a chain has done after every `saveEvery` transitions, and with its trace when it ends. */
  readonly onTrace?: (trace: Trace) => void;
  readonly signal?: AbortSignal;
  readonly control?: RunControl;
}

/**
 * Runs chains and gives one trace each, in the order of the settings, whatever happens: a chain that fails or is cancelled
 * says so in its `outcome`. Every runner gives the same bits. It rejects only if no chain could run at all (a target it cannot
 * use) or if `onProgress` throws.
 */
export type ChainRunner = (job: ChainJob) => Promise<readonly Trace[]>;
