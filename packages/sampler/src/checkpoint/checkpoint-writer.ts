/** Writes checkpoints as they come, one at a time per chain, and remembers what went wrong. */
import type { Trace } from "../trace.js";
import type { CheckpointStore } from "./checkpoint-store.js";

/** The checkpoints of one run. While one is written newer ones wait, and only the newest of them is written. */
export class CheckpointWriter {
  readonly #store: CheckpointStore;
  readonly #waiting = new Map<number, Trace>();
  readonly #busy = new Map<number, Promise<void>>();
  readonly #failures = new Map<number, { count: number; last: string }>();

  constructor(store: CheckpointStore) {
    this.#store = store;
  }

  /** Takes what a chain has done; a failed chain leaves the last good checkpoint alone. */
  offer(trace: Trace): void {
    if (trace.resumePoint === undefined || typeof trace.outcome === "object") return;
    const { chain } = trace;
    this.#waiting.set(chain, trace);
    if (!this.#busy.has(chain)) this.#busy.set(chain, this.#writeAll(chain));
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** What to say in the chain's trace, if anything. */
  warningOf(chain: number): string | undefined {
    const failure = this.#failures.get(chain);
    if (failure === undefined) return undefined;
    return `checkpoint: must be written, got "${failure.last}" (${failure.count} failed). The draws are complete here; after a kill they would be lost since the last good checkpoint.`;
  }

  async #writeAll(chain: number): Promise<void> {
    for (;;) {
      const trace = this.#waiting.get(chain);
      if (trace === undefined) break;
      this.#waiting.delete(chain);
      try {
        await this.#store.write(chain, trace);
      } catch (error) {
        const last = error instanceof Error ? error.message : String(error);
        this.#failures.set(chain, { count: (this.#failures.get(chain)?.count ?? 0) + 1, last });
      }
    }
    this.#busy.delete(chain);
  }
}
