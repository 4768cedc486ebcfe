/** What happens inside a worker, in Node and in browsers: it builds its own log density and runs the chains it is sent. */
import { buffersOf } from "../chain/plain-state.js";
import type { ChainTask } from "../chain/chain-task.js";
import type { Progress } from "../chain/progress.js";
import { runChain } from "../chain/run-chain.js";
import type { RunningChain } from "../chain/run-chain.js";
import { loadTarget } from "../target.js";
import type { LogDensity, TargetModule } from "../target.js";
import type { Trace } from "../trace.js";
import { nextTurn } from "./next-turn.js";
import { saveDue } from "./save-due.js";

/** What a worker is told: first the target, then chains, one at a time. */
export type HostCommand =
  | { readonly kind: "target"; readonly target: TargetModule; readonly reports: boolean }
  | { readonly kind: "chain"; readonly task: ChainTask }
  | { readonly kind: "pause" | "go on" | "cancel" | "inspect" };

/** What a worker says. */
export type HostReport =
  | { readonly kind: "ready"; readonly dimension: number }
  | { readonly kind: "unusable"; readonly message: string }
  | { readonly kind: "progress"; readonly progress: Progress }
  /** Of a chain that goes on: every so many transitions, and when asked. */
  | { readonly kind: "saved" | "snapshot"; readonly trace: Trace }
  | { readonly kind: "trace"; readonly trace: Trace };

/** The worker's side of the channel. */
export interface HostPort {
  say(report: HostReport, transfer: readonly ArrayBuffer[]): void;
}

/**
 * A host: hand it every command that arrives. Between two stretches of a chain it lets the event loop run, so that
 * commands arrive while it works.
 */
export function makeChainHost(port: HostPort): (command: HostCommand) => void {
  const host = new ChainHost(port);
  return (command) => host.hear(command);
}

class ChainHost {
  readonly #port: HostPort;
  #density: Promise<LogDensity | undefined> = Promise.resolve(undefined);
  #reports = false;
  #paused = false;
  #cancelled = false;
  #chain: RunningChain | undefined;
  #wake = (): void => {};

  constructor(port: HostPort) {
    this.#port = port;
  }

  hear(command: HostCommand): void {
    if (command.kind === "target") {
      this.#reports = command.reports;
      this.#density = this.#load(command.target);
    } else if (command.kind === "chain") void this.#run(command.task);
    else if (command.kind === "inspect") {
      if (this.#chain !== undefined) this.#say({ kind: "snapshot", trace: this.#chain.snapshot() });
    } else {
      this.#paused = command.kind === "pause";
      this.#cancelled ||= command.kind === "cancel";
      this.#wake();
    }
  }

  async #load(target: TargetModule): Promise<LogDensity | undefined> {
    try {
      const density = await loadTarget(target);
      this.#say({ kind: "ready", dimension: density.dimension });
      return density;
    } catch (error) {
      this.#say({ kind: "unusable", message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  async #run(task: ChainTask): Promise<void> {
    const density = await this.#density;
    if (density === undefined) return;
    const due = saveDue(task.saveEvery);
    const chain = (this.#chain = runChain(density, task));
    let step = chain.next();
    while (!step.done) {
      if (due(step.value)) this.#say({ kind: "saved", trace: chain.snapshot() });
      if (this.#reports) this.#say({ kind: "progress", progress: step.value });
      await nextTurn();
      while (this.#paused && !this.#cancelled) await new Promise<void>((resolve) => (this.#wake = resolve));
      step = chain.next(this.#cancelled ? "cancel" : "go on");
    }
    this.#chain = undefined;
    this.#say({ kind: "trace", trace: step.value });
  }

  #say(report: HostReport): void {
    this.#port.say(report, "trace" in report ? buffersOf(report.trace) : []);
  }
}
