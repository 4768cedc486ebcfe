/** Asks how well the chains agree while they run, at draws that are ever further apart, so that it costs a fixed share. */
import type { Progress, RunningConvergence } from "../chain/progress.js";
import type { Trace } from "../trace.js";

/** What the draws so far say of convergence; nothing while they are too few. Chains may be of different lengths. */
export type Diagnose = (traces: readonly Trace[]) => RunningConvergence | undefined;

/** What the watch asks of the run. */
export interface DiagnosedRun {
  readonly warmup: number;
  snapshots(): Promise<readonly Trace[]>;
  stop(): void;
}

/** The first time at so many draws of all chains together; fewer say nothing. */
const firstAt = 100;

/** Then each time there are so many times as many: all questions together cost less than three times the last. */
const growth = 1.5;

/** Remembers the latest answer. What `diagnose` throws ends the run, and is thrown by `finish`. */
export class ConvergenceWatch {
  readonly #diagnose: Diagnose;
  readonly #run: DiagnosedRun;
  readonly #draws = new Map<number, number>();
  #next = firstAt;
  #asking: Promise<void> | undefined;
  #error: { readonly thrown: unknown } | undefined;
  #latest: RunningConvergence | undefined;

  constructor(diagnose: Diagnose, run: DiagnosedRun) {
    this.#diagnose = diagnose;
    this.#run = run;
  }

  /** The report with the latest answer; asks anew if it is time. */
  note(progress: Progress): Progress {
    this.#draws.set(progress.chain, Math.max(0, progress.done - this.#run.warmup));
    const total = [...this.#draws.values()].reduce((sum, draws) => sum + draws, 0);
    if (total >= this.#next && this.#asking === undefined && this.#error === undefined) {
      this.#next = Math.ceil(growth * total);
      this.#asking = this.#ask().finally(() => (this.#asking = undefined));
    }
    return this.#latest === undefined ? progress : { ...progress, convergence: this.#latest };
  }

  /** Waits for an answer that is under way. */
  async finish(): Promise<void> {
    await this.#asking;
    if (this.#error !== undefined) throw this.#error.thrown;
  }

  async #ask(): Promise<void> {
    try {
      const traces = await this.#run.snapshots();
      this.#latest = this.#diagnose(traces.filter(({ outcome }) => typeof outcome !== "object"));
    } catch (thrown) {
      this.#error = { thrown };
      this.#run.stop();
    }
  }
}
