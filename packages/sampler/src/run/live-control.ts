/** The state of a run that somebody holds: paused or not, cancelled or not, and how to look at it. */
import type { Trace } from "../trace.js";
import type { RunControl } from "./chain-runner.js";

export class LiveControl implements RunControl {
  readonly #abort = new AbortController();
  readonly #listeners = new Set<() => void>();
  #paused = false;
  #take: (() => readonly Trace[] | Promise<readonly Trace[]>) | undefined;

  get paused(): boolean {
    return this.#paused;
  }

  /** Aborted when the run is to end. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  serveSnapshots(take: () => readonly Trace[] | Promise<readonly Trace[]>): void {
    this.#take = take;
  }

  setPaused(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    for (const listener of [...this.#listeners]) listener();
  }

  stop(): void {
    this.#abort.abort();
  }

  /** None before the runner has begun, and for good if it does not serve them. */
  async snapshots(): Promise<readonly Trace[]> {
    return (await this.#take?.()) ?? [];
  }
}
