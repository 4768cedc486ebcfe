/** A runner made of workers of any kind: each takes the next chain as soon as it is free. */
import type { ChainTask } from "../chain/chain-task.js";
import { sampleOptionsError } from "../sample-options.js";
import { isTargetModule } from "../target.js";
import type { TargetModule } from "../target.js";
import { emptyTrace } from "../trace.js";
import type { Trace } from "../trace.js";
import type { HostCommand, HostReport } from "./chain-host.js";
import type { ChainJob, ChainRunner } from "./chain-runner.js";

/** A worker as its pool sees it. */
export interface ChainWorker {
  post(command: HostCommand): void;
  terminate(): void | Promise<unknown>;
}

/** Whom a worker talks to. */
export interface ChainWorkerListener {
  hear(report: HostReport): void;
  /** In words; the first time counts. */
  died(how: string): void;
}

export type StartChainWorker = (listener: ChainWorkerListener) => ChainWorker;

/**
 * A runner of at most `workers` workers at once.
 *
 * @param place  the name of the function that the user called, for messages
 */
export function workerPool(place: string, workers: number, start: StartChainWorker): ChainRunner {
  if (!Number.isInteger(workers) || workers < 1) {
    throw sampleOptionsError([
      `${place}.workers: must be a whole number ≥ 1, got ${String(workers)}. Leave it out to use every core.`,
    ]);
  }
  return async (job) => {
    if (!isTargetModule(job.target)) {
      throw sampleOptionsError([
        `${place}: the target must be a TargetModule { module, export, data }, got a LogDensity. ` +
          "Functions cannot travel to another thread: put the density into a module, or leave out runChains.",
      ]);
    }
    return new WorkerPool(job, job.target, start).run(Math.min(workers, job.chains.length));
  };
}

/** One worker's place in the pool; the worker in it may change. */
interface Lane {
  worker: ChainWorker | undefined;
  /** Index of the chain that runs in it. */
  place: number | undefined;
  onReport: (report: HostReport) => void;
  onDeath: (how: string) => void;
  onSnapshot: (trace: Trace | undefined) => void;
}

/** The workers of one job, from the first chain to the last. */
class WorkerPool {
  readonly #job: ChainJob;
  readonly #target: TargetModule;
  readonly #start: StartChainWorker;
  readonly #queue: (readonly [number, ChainTask])[];
  readonly #traces: (Trace | undefined)[];
  /** What a chain was when it last was saved: all that is left of it if its worker dies. */
  readonly #saved: (Trace | undefined)[];
  readonly #lanes: Lane[] = [];
  #cancelled = false;
  /** Known as soon as one worker has built the target. */
  #dimension = 0;

  constructor(job: ChainJob, target: TargetModule, start: StartChainWorker) {
    this.#job = job;
    this.#target = target;
    this.#start = start;
    this.#queue = [...job.chains.entries()];
    this.#traces = job.chains.map(() => undefined);
    this.#saved = job.chains.map(({ from }) => from);
  }

  async run(workers: number): Promise<readonly Trace[]> {
    const { signal, control } = this.#job;
    const cancel = (): void => this.#cancel();
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    control?.onChange(() => this.#tellAll({ kind: control.paused ? "pause" : "go on" }));
    control?.serveSnapshots(() => this.#snapshots());
    const lanes = Array.from({ length: workers }, () =>
      this.#lane().catch((error: unknown) => {
        cancel(); // no lane works on for a job that is lost
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    signal?.removeEventListener("abort", cancel);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return this.#traces as readonly Trace[];
  }

  #cancel(): void {
    this.#cancelled = true;
    this.#tellAll({ kind: "cancel" });
  }

  #tellAll(command: HostCommand): void {
    for (const { worker } of this.#lanes) worker?.post(command);
  }

  /** One lane's life: takes chains until none is left; if its worker dies, a new one takes the next. */
  async #lane(): Promise<void> {
    const nothing = (): void => {};
    const lane: Lane = {
      ...{ worker: undefined, place: undefined },
      ...{ onReport: nothing, onDeath: nothing, onSnapshot: nothing },
    };
    this.#lanes.push(lane);
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        const [place, task] = next;
        const trace = await this.#runChain(lane, place, task);
        this.#traces[place] = trace;
        this.#job.onTrace?.(trace);
        lane.place = undefined;
        lane.onSnapshot(trace);
      }
    } finally {
      await lane.worker?.terminate();
      lane.worker = undefined;
    }
  }

  async #runChain(lane: Lane, place: number, task: ChainTask): Promise<Trace> {
    const worker = (lane.worker ??= this.#startWorker(lane));
    lane.place = place;
    const answer = await new Promise<Trace | string>((resolve, reject) => {
      lane.onDeath = (how) =>
        resolve(`worker: must live until its chain ends, got ${how}. Draws of other chains are kept.`);
      lane.onReport = (report) => this.#hear(lane, place, report, resolve, reject);
      worker.post({ kind: "chain", task });
    });
    if (typeof answer !== "string") return answer;
    lane.worker = undefined;
    const { chain } = task;
    return {
      ...(this.#saved[place] ?? emptyTrace(chain, this.#dimension, "running")),
      outcome: { failed: answer },
    };
  }

  #startWorker(lane: Lane): ChainWorker {
    const worker: ChainWorker = this.#start({
      // A worker that died has more to say: how, and then with which exit code.
      hear: (report) => (lane.worker === worker ? lane.onReport(report) : undefined),
      died: (how) => (lane.worker === worker ? lane.onDeath(how) : undefined),
    });
    const { onProgress, control } = this.#job;
    try {
      worker.post({ kind: "target", target: this.#target, reports: onProgress !== undefined });
    } catch (cause) {
      void worker.terminate();
      if (!(cause instanceof Error) || cause.name !== "DataCloneError") throw cause;
      throw new Error(
        `target module ${this.#target.module}: data must survive structuredClone, got "${cause.message}". Pass plain data and build functions inside the module.`,
        { cause },
      );
    }
    if (this.#cancelled) worker.post({ kind: "cancel" });
    else if (control?.paused) worker.post({ kind: "pause" });
    return worker;
  }

  #hear(
    lane: Lane,
    place: number,
    report: HostReport,
    resolve: (trace: Trace) => void,
    reject: (error: unknown) => void,
  ): void {
    try {
      if (report.kind === "ready") this.#dimension = report.dimension;
      else if (report.kind === "unusable") reject(new Error(report.message));
      else if (report.kind === "progress") this.#job.onProgress?.(report.progress);
      else if (report.kind === "snapshot") lane.onSnapshot(report.trace);
      else if (report.kind === "trace") resolve(report.trace);
      else {
        this.#saved[place] = report.trace;
        this.#job.onTrace?.(report.trace);
      }
    } catch (error) {
      reject(error); // a listener's error is the caller's, not the worker's
    }
  }

  async #snapshots(): Promise<readonly Trace[]> {
    const asked = await Promise.all(this.#lanes.map((lane) => this.#ask(lane)));
    return this.#traces.map((trace, place) => {
      const { chain, from } = this.#job.chains[place];
      const running = asked.find((answer) => answer?.chain === chain);
      return trace ?? running ?? from ?? emptyTrace(chain, this.#dimension, "running");
    });
  }

  /** What the chain in this lane has done so far; nothing, or its end, if it has no chain by then. */
  #ask(lane: Lane): Promise<Trace | undefined> {
    if (lane.place === undefined || lane.worker === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const before = lane.onSnapshot;
      lane.onSnapshot = (trace) => {
        lane.onSnapshot = () => {};
        before(trace);
        resolve(trace);
      };
      lane.worker!.post({ kind: "inspect" });
    });
  }
}
