/** Ends a run as soon as its draws suffice, at the same draw on every machine. */
import { cutTrace } from "../cut-trace.js";
import type { Progress } from "../chain/progress.js";
import type { Trace } from "../trace.js";

/** Whether what is drawn suffices; gets one trace per chain that did not fail, all with equally many draws. */
export type StopWhen = (traces: readonly Trace[]) => boolean;

/** What a stop watch asks of the run. */
export interface WatchedRun {
  readonly warmup: number;
  readonly chains: number;
  snapshots(): Promise<readonly Trace[]>;
  stop(): void;
  /** Whether the run was told to stop, by this watch or by somebody else. */
  isStopped(): boolean;
}

/**
 * Asks whenever all chains have `every`, 2 · `every`, … draws, about exactly so many of each. Chains that are ahead by then lose
 * what they drew beyond, so that neither cores nor speed decide where a run ends.
 */
export class StopWatch {
  readonly #stopWhen: StopWhen;
  readonly #every: number;
  readonly #run: WatchedRun;
  readonly #draws = new Map<number, number>();
  #next: number;
  #asking: Promise<void> | undefined;
  #stoppedAt: number | undefined;
  #error: { readonly thrown: unknown } | undefined;

  constructor(stopWhen: StopWhen, every: number, run: WatchedRun) {
    this.#stopWhen = stopWhen;
    this.#every = every;
    this.#run = run;
    this.#next = every;
  }

  noteProgress({ chain, done }: Progress): void {
    this.#note(chain, done - this.#run.warmup);
  }

  noteEnd({ chain, outcome, draws }: Trace): void {
    if (outcome !== "running") this.#note(chain, typeof outcome === "object" ? Infinity : draws);
  }

  /** The traces of a run that is over, cut to where it should end; throws what `stopWhen` threw. */
  async finish(traces: readonly Trace[]): Promise<readonly Trace[]> {
    await this.#asking;
    const drawn = traces.filter(({ outcome }) => typeof outcome !== "object");
    const most = Math.min(...drawn.map(({ draws }) => draws));
    const goesOn = (): boolean => this.#goesOn && !this.#run.isStopped() && most >= this.#next;
    while (drawn.length > 0 && goesOn()) this.#ask(traces);
    if (this.#error !== undefined) throw this.#error.thrown;
    const end = this.#stoppedAt;
    if (end === undefined) return traces;
    return traces.map((trace) =>
      typeof trace.outcome === "object" ? trace : { ...cutTrace(trace, end), outcome: "finished" as const },
    );
  }

  get #goesOn(): boolean {
    return this.#stoppedAt === undefined && this.#error === undefined;
  }

  #note(chain: number, draws: number): void {
    this.#draws.set(chain, draws);
    if (this.#asking !== undefined || !this.#isReady()) return;
    this.#asking = this.#askWhileReady().finally(() => (this.#asking = undefined));
  }

  #isReady(): boolean {
    const draws = [...this.#draws.values()];
    const least = Math.min(...draws);
    return this.#goesOn && draws.length === this.#run.chains && least >= this.#next && least < Infinity;
  }

  async #askWhileReady(): Promise<void> {
    while (this.#isReady()) this.#ask(await this.#run.snapshots());
    if (!this.#goesOn) this.#run.stop();
  }

  #ask(traces: readonly Trace[]): void {
    const drawn = traces.filter(({ outcome }) => typeof outcome !== "object");
    try {
      if (this.#stopWhen(drawn.map((trace) => cutTrace(trace, this.#next)))) this.#stoppedAt = this.#next;
      else this.#next += this.#every;
    } catch (thrown) {
      this.#error = { thrown };
    }
  }
}
