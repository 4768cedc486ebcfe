/** The runner for browsers: chains in web workers, each worker taking the next chain as soon as it is free. */
import type { HostCommand, HostReport } from "./run/chain-host.js";
import type { ChainRunner } from "./run/chain-runner.js";
import { workerPool } from "./run/worker-pool.js";
import type { ChainWorker, ChainWorkerListener } from "./run/worker-pool.js";

/** The part of a browser's Worker that is used here; the packages are compiled without the types of the page. */
interface WebWorker {
  onmessage: ((event: { readonly data: HostReport }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(command: HostCommand): void;
  terminate(): void;
}

/** Options of `browserWorkers`. */
export interface BrowserWorkerOptions {
  /** Workers at most; whole, ≥ 1. Default: the processor's cores as the browser tells them. Never more than chains. */
  readonly workers?: number;
  /** Starts the worker script, a module. Default: `browser-worker.js` beside this file, which bundlers know to pack. */
  readonly startWorker?: () => unknown;
}

/**
 * A runner for `sample` that runs chains in web workers, so that the page stays alive. As `nodeWorkers`, with the same bits: the
 * target is a `TargetModule` whose URL the workers can import. Neither shared memory nor special headers are needed.
 *
 * @param options  how many workers at most, and where their script is if not beside this file
 * @returns a runner for the option `runChains`
 * @throws {SampleOptionsError} if `workers` is no whole number ≥ 1; when it runs, if the target is no `TargetModule`
 * @example
 * const options: SampleOptions = { seed: 1, runChains: browserWorkers({ workers: 2 }) };
 * typeof options.runChains; // => "function"
 */
export function browserWorkers(options: BrowserWorkerOptions = {}): ChainRunner {
  const { workers = coresOfBrowser(), startWorker = startOwnWorker } = options;
  return workerPool("browserWorkers", workers, (listener) => connect(startWorker() as WebWorker, listener));
}

function coresOfBrowser(): number {
  const { navigator } = globalThis as { navigator?: { readonly hardwareConcurrency?: number } };
  return navigator?.hardwareConcurrency ?? 2;
}

function startOwnWorker(): unknown {
  const { Worker } = globalThis as unknown as {
    Worker: new (url: URL, options: { type: "module" }) => unknown;
  };
  return new Worker(new URL("./browser-worker.js", import.meta.url), { type: "module" });
}

function connect(worker: WebWorker, listener: ChainWorkerListener): ChainWorker {
  worker.onmessage = ({ data }) => listener.hear(data);
  worker.onerror = (event) => {
    event.preventDefault?.();
    listener.died(`"${event.message ?? "its script cannot be loaded"}"`);
    worker.terminate(); // it would live on with a chain that nobody waits for
  };
  worker.onmessageerror = () => listener.died("a message that cannot be read");
  return { post: (command) => worker.postMessage(command), terminate: () => worker.terminate() };
}
