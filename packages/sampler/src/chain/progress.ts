/** How far one chain is, and how well all of them agree. */

/** How well the chains of a run agree so far: what the parameter that is worst off says. */
export interface RunningConvergence {
  /** Draws per chain behind the figures. */
  readonly draws: number;
  /** The largest R-hat, and the index of its parameter. */
  readonly rhat: number;
  readonly rhatOf: number;
  /** The smallest effective sample size, bulk or tail, and the index of its parameter. */
  readonly ess: number;
  readonly essOf: number;
}

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
  /** Of all chains together, as `diagnose` last found it; only with `diagnose`, and once there are draws enough. */
  readonly convergence?: RunningConvergence;
}
