/** The record of one chain: its draws, the statistics of every transition, and how it ended. */
import type { ResumePoint } from "./chain/resume-point.js";
import type { Transition } from "./chain/transition.js";
import type { Metric } from "./hamiltonian/metric.js";
import type { PhasePoint } from "./hamiltonian/phase-point.js";

/** Consecutive transitions of one chain: positions and statistics, one entry per draw. */
export interface Transitions {
  readonly dimension: number;
  readonly draws: number;
  /** Unconstrained positions, draw × dimension. */
  readonly positions: Float64Array;
  /** Log density at the position, without any metric's Jacobian. */
  readonly logDensity: Float64Array;
  /** H = ½ v·v − log density at the drawn point. */
  readonly energy: Float64Array;
  /** Mean of min(1, exp(H₀ − H)) over the trajectory's points. */
  readonly acceptance: Float64Array;
  /** Mean of 2 min(1, e^d) / (1 + e^d), d = H₀ − H: what the step size follows late in warm-up. */
  readonly symmetricAcceptance: Float64Array;
  /** The step size used, jitter included. */
  readonly stepSize: Float64Array;
  /** Σ (y + ∇_y log p)² at the draw: 0 where the whitened posterior is exactly N(0, I). */
  readonly fisherDistance: Float64Array;
  /** Completed doublings; equal to the maximum if the trajectory was cut short. */
  readonly treeDepth: Int32Array;
  /** Leapfrog steps, each one evaluation of the density. */
  readonly leapfrogs: Int32Array;
  /** 1 if the trajectory met an energy error above 1000 or a non-finite density. */
  readonly divergent: Uint8Array;
}

/** Where a trajectory went wrong. */
export interface Divergence {
  /** The draw (from 0) whose trajectory diverged. */
  readonly draw: number;
  /** Unconstrained position from which the divergent leapfrog step started. */
  readonly position: Float64Array;
  /** H − H₀ after that step; Infinity or NaN if the density was not finite. */
  readonly energyError: number;
}

/** What warm-up cost, and its transitions if they were asked for. */
export interface WarmupRecord {
  readonly draws: number;
  /** Leapfrog steps of warm-up's transitions and step-size searches together. */
  readonly leapfrogs: number;
  /** Those of the step-size searches alone. */
  readonly searchLeapfrogs: number;
  readonly divergences: number;
  /** Evaluations of the density on the way to the first position: candidates, the walk uphill, a check of the gradient. */
  readonly startingTries: number;
  /** Only with `keepWarmup`. */
  readonly transitions?: Transitions;
}

/** "cancelled" and failed chains keep what was drawn; "running" is only said by snapshots and checkpoints of a living run. */
export type ChainOutcome = "finished" | "cancelled" | "running" | { readonly failed: string };

/** What the steps of an adaptive integrator were like. */
export interface LeafRecord {
  /** levels[k]: how many steps were made of 2^k micro steps. */
  readonly levels: Float64Array;
  /** Steps that could not have been made backwards; each ended its trajectory. */
  readonly irreversible: number;
  /** Steps that no level could make; each is a divergence too. */
  readonly unresolved: number;
}

/** Everything one chain leaves behind. All density evaluations = warmup.startingTries + warmup.leapfrogs + Σ leapfrogs. */
export interface Trace extends Transitions {
  readonly chain: number;
  readonly divergences: readonly Divergence[];
  readonly warmup: WarmupRecord;
  /** The metric that was used for sampling. */
  readonly metric: Metric;
  /** The step size that was used for sampling, before jitter; NaN if warm-up did not end. */
  readonly finalStepSize: number;
  readonly outcome: ChainOutcome;
  /** Only with `integrator: "adaptive"`: of all draws, without warm-up. */
  readonly leaves?: LeafRecord;
  /** What went wrong without ending the chain: a start that was stuck, a checkpoint that could not be written. */
  readonly warnings?: readonly string[];
  /** With it the chain can go on: see `extendTraces`. Not there before the first transition and after a failure. */
  readonly resumePoint?: ResumePoint;
}

/** Room for `capacity` transitions, none recorded yet; `draws` counts up as `recordTransition` fills it. */
export type TransitionBuffer = { -readonly [K in keyof Transitions]: Transitions[K] };

export function makeTransitions(capacity: number, dimension: number): TransitionBuffer {
  const numbers = (): Float64Array => new Float64Array(capacity);
  return {
    dimension,
    draws: 0,
    positions: new Float64Array(capacity * dimension),
    logDensity: numbers(),
    energy: numbers(),
    acceptance: numbers(),
    symmetricAcceptance: numbers(),
    stepSize: numbers(),
    fisherDistance: numbers(),
    treeDepth: new Int32Array(capacity),
    leapfrogs: new Int32Array(capacity),
    divergent: new Uint8Array(capacity),
  };
}

export function recordTransition(buffer: TransitionBuffer, point: PhasePoint, transition: Transition): void {
  const draw = buffer.draws++;
  buffer.positions.set(point.position, draw * buffer.dimension);
  buffer.logDensity[draw] = transition.logDensity;
  buffer.energy[draw] = transition.energy;
  buffer.acceptance[draw] = transition.acceptance;
  buffer.symmetricAcceptance[draw] = transition.symmetricAcceptance;
  buffer.stepSize[draw] = transition.stepSize;
  buffer.fisherDistance[draw] = transition.fisherDistance;
  buffer.treeDepth[draw] = transition.treeDepth;
  buffer.leapfrogs[draw] = transition.leapfrogs;
  buffer.divergent[draw] = transition.divergent ? 1 : 0;
}

/** The recorded transitions, cut to their number. */
export function finishTransitions(buffer: TransitionBuffer): Transitions {
  return buffer.draws === buffer.divergent.length ? buffer : firstTransitions(buffer, buffer.draws);
}

/** A copy of the first `draws` transitions. */
export function firstTransitions(buffer: Transitions, draws: number): Transitions {
  const { dimension } = buffer;
  return {
    dimension,
    draws,
    positions: buffer.positions.slice(0, draws * dimension),
    logDensity: buffer.logDensity.slice(0, draws),
    energy: buffer.energy.slice(0, draws),
    acceptance: buffer.acceptance.slice(0, draws),
    symmetricAcceptance: buffer.symmetricAcceptance.slice(0, draws),
    stepSize: buffer.stepSize.slice(0, draws),
    fisherDistance: buffer.fisherDistance.slice(0, draws),
    treeDepth: buffer.treeDepth.slice(0, draws),
    leapfrogs: buffer.leapfrogs.slice(0, draws),
    divergent: buffer.divergent.slice(0, draws),
  };
}

/** Puts transitions that were recorded earlier at the beginning of an empty buffer with room for them. */
export function loadTransitions(buffer: TransitionBuffer, earlier: Transitions): void {
  buffer.draws = earlier.draws;
  buffer.positions.set(earlier.positions);
  buffer.logDensity.set(earlier.logDensity);
  buffer.energy.set(earlier.energy);
  buffer.acceptance.set(earlier.acceptance);
  buffer.symmetricAcceptance.set(earlier.symmetricAcceptance);
  buffer.stepSize.set(earlier.stepSize);
  buffer.fisherDistance.set(earlier.fisherDistance);
  buffer.treeDepth.set(earlier.treeDepth);
  buffer.leapfrogs.set(earlier.leapfrogs);
  buffer.divergent.set(earlier.divergent);
}

/** The trace of a chain that never ran. */
export function emptyTrace(chain: number, dimension: number, outcome: ChainOutcome): Trace {
  return {
    ...makeTransitions(0, dimension),
    chain,
    divergences: [],
    warmup: { draws: 0, leapfrogs: 0, searchLeapfrogs: 0, divergences: 0, startingTries: 0 },
    metric: { mean: new Float64Array(dimension), scale: new Float64Array(dimension).fill(1) },
    finalStepSize: NaN,
    outcome,
  };
}
