/** How far one chain is. */

/** A report on one chain, sent every hundred or so leapfrog steps. */
export interface Progress {
  readonly chain: number;
  readonly phase: "warm-up" | "sampling";
  /** Transitions done so far, warm-up included. */
  readonly done: number;
  /** Transitions in all, warm-up included. */
  readonly total: number;
  /** Mean step size of the next transition (before jitter); NaN before the first. */
  readonly stepSize: number;
  /** Leapfrog steps so far, warm-up and its step-size searches included. */
  readonly leapfrogs: number;
  /** Divergences in the present phase: those of warm-up are forgotten when sampling starts. */
  readonly divergences: number;
}
