/** The runner for Node: chains in worker threads, each worker taking the next chain as soon as it is free. */
import { availableParallelism } from "node:os";
import { execArgv } from "node:process";
import { Worker } from "node:worker_threads";
import type { ChainWorkerData, ChainWorkerMessage } from "./chain-worker.js";
import type { ChainSettings } from "./chain/chain-settings.js";
import type { ChainJob, ChainRunner } from "./run/chain-runner.js";
import { sampleOptionsError } from "./sample-options.js";
import { isTargetModule } from "./target.js";
import type { TargetModule } from "./target.js";
import { emptyTrace } from "./trace.js";
import type { Trace } from "./trace.js";

/** Compiled, because plain Node starts it; the same file from `src` and from `dist`. */
const workerScript = new URL("../dist/chain-worker.js", import.meta.url);

/** The condition under which tests resolve packages to their TypeScript sources, which a plain worker cannot load. */
const sourceCondition = "@mmm/source";

/** Options of `nodeWorkers`. */
export interface NodeWorkerOptions {
  /** Worker threads at most; whole, ≥ 1. Default: the processor's cores. Never more than chains. */
  readonly workers?: number;
}

/**
 * A runner for `sample` that runs chains in worker threads. Each worker imports the target module and builds its own log
 * density; a worker that is done takes the next chain. The draws are those of any other runner, bit for bit, and are handed
 * over without copying. If a worker dies, its chain's outcome says so and the other chains are kept.
 *
 * @param options  how many threads at most
 * @returns a runner for the option `runChains`
 * @throws {SampleOptionsError} if `workers` is no whole number ≥ 1; when it runs, if the target is no `TargetModule`
 * @example
 * const options: SampleOptions = { seed: 1, runChains: nodeWorkers({ workers: 2 }) };
 * typeof options.runChains; // => "function"
 */
export function nodeWorkers(options: NodeWorkerOptions = {}): ChainRunner {
  const { workers = availableParallelism() } = options;
  if (!Number.isInteger(workers) || workers < 1) {
    throw sampleOptionsError([
      `nodeWorkers.workers: must be a whole number ≥ 1, got ${String(workers)}. Leave it out to use every core.`,
    ]);
  }
  return async (job) => {
    if (!isTargetModule(job.target)) {
      throw sampleOptionsError([
        "nodeWorkers: the target must be a TargetModule { module, export, data }, got a LogDensity. " +
          "Functions cannot travel to another thread: put the density into a module, or leave out runChains.",
      ]);
    }
    return new WorkerPool(job, job.target).run(Math.min(workers, job.chains.length));
  };
}

/** The workers of one job, from the first chain to the last. */
class WorkerPool {
  readonly #job: ChainJob;
  readonly #target: TargetModule;
  readonly #queue: (readonly [number, ChainSettings])[];
  readonly #traces: Trace[];
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4));
  /** Known as soon as one worker has built the target. */
  #dimension = 0;

  constructor(job: ChainJob, target: TargetModule) {
    this.#job = job;
    this.#target = target;
    this.#queue = [...job.chains.entries()];
    this.#traces = new Array<Trace>(job.chains.length);
  }

  async run(workers: number): Promise<readonly Trace[]> {
    const { signal } = this.#job;
    const cancel = (): void => void Atomics.store(this.#cancelled, 0, 1);
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    const lanes = Array.from({ length: workers }, () =>
      this.#lane().catch((error: unknown) => {
        cancel(); // no lane works on for a job that is lost
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    signal?.removeEventListener("abort", cancel);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return this.#traces;
  }

  /** One worker's life: takes chains until none is left; if it crashes, a new worker takes the next. */
  async #lane(): Promise<void> {
    let worker: Worker | undefined;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        const [place, settings] = next;
        worker ??= this.#startWorker();
        const answer = await this.#ask(worker, settings);
        if (typeof answer === "string") worker = undefined;
        this.#traces[place] =
          typeof answer === "string"
            ? emptyTrace(settings.chain, this.#dimension, { failed: answer })
            : answer;
      }
    } finally {
      await worker?.terminate();
    }
  }

  #startWorker(): Worker {
    const workerData: ChainWorkerData = {
      target: this.#target,
      cancelled: this.#cancelled,
      reports: this.#job.onProgress !== undefined,
    };
    try {
      return new Worker(workerScript, {
        workerData,
        ...(execArgv.some((flag) => flag.includes(sourceCondition)) ? { execArgv: [] } : {}),
      });
    } catch (cause) {
      if (!(cause instanceof Error) || cause.name !== "DataCloneError") throw cause;
      throw new Error(
        `target module ${this.#target.module}: data must survive structuredClone, got "${cause.message}". Pass plain data and build functions inside the module.`,
        { cause },
      );
    }
  }

  /** The trace of a chain, or in words how the worker died over it. */
  #ask(worker: Worker, settings: ChainSettings): Promise<Trace | string> {
    for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
    return new Promise<Trace | string>((resolve, reject) => {
      const died = (how: string): void =>
        resolve(`worker: must live until its chain ends, got ${how}. Draws of other chains are kept.`);
      worker.on("error", (error) => died(`"${error instanceof Error ? error.message : String(error)}"`));
      worker.on("exit", (code) => died(`exit code ${code}`));
      worker.on("message", (message: ChainWorkerMessage) => {
        if (message.kind === "ready") this.#dimension = message.dimension;
        else if (message.kind === "trace") resolve(message.trace);
        else if (message.kind === "unusable") reject(new Error(message.message));
        else this.#report(message, reject);
      });
      worker.postMessage(settings);
    });
  }

  #report({ progress }: ChainWorkerMessage & { kind: "progress" }, reject: (error: unknown) => void): void {
    try {
      this.#job.onProgress?.(progress);
    } catch (error) {
      reject(error); // a listener's error is the caller's, not this thread's
    }
  }
}
