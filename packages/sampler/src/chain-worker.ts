/** The script of a worker thread: builds its own log density, then runs the chains it is sent, one at a time. */
import { parentPort, workerData } from "node:worker_threads";
import type { ChainSettings } from "./chain/chain-settings.js";
import type { Progress } from "./chain/progress.js";
import { runChain } from "./chain/run-chain.js";
import { loadTarget } from "./target.js";
import type { LogDensity, TargetModule } from "./target.js";
import type { Trace } from "./trace.js";

/** What a worker is born with. */
export interface ChainWorkerData {
  readonly target: TargetModule;
  /** Shared with all workers of the job: 1 once it is cancelled. Memory, not a message, so that a busy worker sees it. */
  readonly cancelled: Int32Array;
  readonly reports: boolean;
}

/** What a worker says. */
export type ChainWorkerMessage =
  | { readonly kind: "ready"; readonly dimension: number }
  | { readonly kind: "unusable"; readonly message: string }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "trace"; readonly trace: Trace };

const { target, cancelled, reports } = workerData as ChainWorkerData;

try {
  const density = await loadTarget(target);
  say({ kind: "ready", dimension: density.dimension });
  parentPort!.on("message", (settings: ChainSettings) => run(density, settings));
} catch (error) {
  say({ kind: "unusable", message: error instanceof Error ? error.message : String(error) });
}

function run(density: LogDensity, settings: ChainSettings): void {
  const chain = runChain(density, settings);
  let step = chain.next();
  while (!step.done) {
    if (reports) say({ kind: "progress", progress: step.value });
    step = chain.next(Atomics.load(cancelled, 0) === 1 ? "cancel" : "go on");
  }
  say({ kind: "trace", trace: step.value }, buffersOf(step.value));
}

function say(message: ChainWorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, transfer);
}

/** All memory of a trace, to be handed over instead of copied. */
function buffersOf({ divergences, metric, warmup, ...transitions }: Trace): ArrayBuffer[] {
  const arrays = [
    ...Object.values(transitions),
    ...Object.values(warmup.transitions ?? {}),
    ...divergences.map(({ position }) => position),
    metric.mean,
    metric.scale,
  ];
  return arrays.filter((value) => ArrayBuffer.isView(value)).map((view) => view.buffer as ArrayBuffer);
}
