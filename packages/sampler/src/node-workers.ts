/** The runner for Node: chains in worker threads, each worker taking the next chain as soon as it is free. */
import { availableParallelism } from "node:os";
import { execArgv } from "node:process";
import { Worker } from "node:worker_threads";
import type { HostReport } from "./run/chain-host.js";
import type { ChainRunner } from "./run/chain-runner.js";
import { workerPool } from "./run/worker-pool.js";
import type { ChainWorker, ChainWorkerListener } from "./run/worker-pool.js";

/** Compiled, because plain Node starts it; the same file from `src` and from `dist`. */
const workerScript = new URL("../dist/chain-worker.js", import.meta.url);

/**
 * Flags of this process that a worker cannot start with: the condition under which tests resolve packages to their TypeScript
 * sources, and those of a program that stands on the command line.
 */
const unfitFlags = /@mmm\/source|^--input-type|^-(e|p)$|^--(eval|print)/;

/** Options of `nodeWorkers`. */
export interface NodeWorkerOptions {
  /** Worker threads at most; whole, ≥ 1. Default: the processor's cores. Never more than chains. */
  readonly workers?: number;
}

/**
 * A runner for `sample` that runs chains in worker threads. Each worker imports the target module and builds its own log
 * density; a worker that is done takes the next chain. The draws are those of any other runner, bit for bit, and are handed
 * over without copying. If a worker dies, its chain's outcome says so, with the draws up to its last checkpoint where there
 * are checkpoints, and the other chains are kept.
 *
 * @param options  how many threads at most
 * @returns a runner for the option `runChains`
 * @throws {SampleOptionsError} if `workers` is no whole number ≥ 1; when it runs, if the target is no `TargetModule`
 * @example
 * const options: SampleOptions = { seed: 1, runChains: nodeWorkers({ workers: 2 }) };
 * typeof options.runChains; // => "function"
 */
export function nodeWorkers(options: NodeWorkerOptions = {}): ChainRunner {
  return workerPool("nodeWorkers", options.workers ?? availableParallelism(), startThread);
}

function startThread(listener: ChainWorkerListener): ChainWorker {
  const worker = new Worker(workerScript, {
    ...(execArgv.some((flag) => unfitFlags.test(flag)) ? { execArgv: [] } : {}),
  });
  worker.on("message", (report: HostReport) => listener.hear(report));
  worker.on("error", (error) => listener.died(`"${error instanceof Error ? error.message : String(error)}"`));
  worker.on("exit", (code) => listener.died(`exit code ${code}`));
  return { post: (command) => worker.postMessage(command), terminate: () => worker.terminate() };
}
