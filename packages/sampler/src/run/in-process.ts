/** The default runner: all chains in turn on this thread, with pauses in which events, progress and cancellation happen. */
import { runChain } from "../chain/run-chain.js";
import { isTargetModule, loadTarget } from "../target.js";
import type { Trace } from "../trace.js";
import type { ChainJob } from "./chain-runner.js";
import { nextTurn } from "./next-turn.js";
import { saveDue } from "./save-due.js";
import { whenGoing } from "./when-going.js";

/**
 * Runs the chains of a job side by side on the calling thread, a hundred or so leapfrog steps of each in turn. Between the
 * rounds the event loop runs, so that a page stays alive and an `AbortSignal` is seen.
 *
 * @param job  target, chains, and whom to tell
 * @returns    one trace per chain
 * @throws {Error} if a target module cannot be loaded
 * @example
 * const density: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * const traces = await sample(density, { seed: 1, chains: 2, draws: 5, runChains: inProcess }); // the default, by name
 * traces.length; // => 2
 */
export async function inProcess(job: ChainJob): Promise<readonly Trace[]> {
  const { target, onProgress, onTrace, signal, control } = job;
  const density = isTargetModule(target) ? await loadTarget(target) : target;
  const lanes = job.chains.map((task) => ({
    chain: runChain(density, task),
    due: saveDue(task.saveEvery),
    trace: undefined as Trace | undefined,
  }));
  control?.serveSnapshots(() => lanes.map(({ trace, chain }) => trace ?? chain.snapshot()));
  while (lanes.some(({ trace }) => trace === undefined)) {
    await whenGoing(control, signal);
    for (const lane of lanes) {
      if (lane.trace !== undefined) continue;
      const step = lane.chain.next(signal?.aborted ? "cancel" : "go on");
      if (step.done) {
        lane.trace = step.value;
        onTrace?.(step.value);
      } else {
        if (lane.due(step.value)) onTrace?.(lane.chain.snapshot());
        onProgress?.(step.value);
      }
    }
    await nextTurn();
  }
  return lanes.map(({ trace }) => trace!);
}
