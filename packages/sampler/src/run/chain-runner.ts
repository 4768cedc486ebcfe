/** Where chains run: the contract between `sample` and whatever drives the chains. */
import type { ChainSettings } from "../chain/chain-settings.js";
import type { Progress } from "../chain/progress.js";
import type { Target } from "../target.js";
import type { Trace } from "../trace.js";

/** All that a runner needs to know. */
export interface ChainJob {
  readonly target: Target;
  readonly chains: readonly ChainSettings[];
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs chains and gives one trace each, in the order of the settings, whatever happens: a chain that fails or is cancelled
 * says so in its `outcome`. Every runner gives the same bits. It rejects only if no chain could run at all (a target it cannot
 * use) or if `onProgress` throws.
 */
export type ChainRunner = (job: ChainJob) => Promise<readonly Trace[]>;
