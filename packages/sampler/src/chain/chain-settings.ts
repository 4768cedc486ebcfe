/** What one chain is to do: plain data, so that it can travel to a worker. */
import type { Metric } from "../hamiltonian/metric.js";
import type { StaticLength } from "../trajectory/trajectory.js";
import type { MetricKind } from "../warmup/metric-learner.js";
import type { WarmupScheduleKind } from "../warmup/warmup.js";

/** How far a path goes: until it turns back, or a given number of leapfrog steps, or a given time in whitened space. */
export type TrajectoryKind = { readonly kind: "nuts" } | ({ readonly kind: "hmc" } & StaticLength);

/** The names of the integrators, as options give them. */
export const integratorKinds = ["leapfrog", "adaptive"] as const;

/** How a step is made: of fixed length, or halved until it keeps the energy. */
export type IntegratorKind = (typeof integratorKinds)[number];

/** The names of the ways to a first position, as options give them. */
export const initialKinds = ["uphill", "random", "pathfinder"] as const;

/** How a chain finds its first position. */
export type InitialKind = (typeof initialKinds)[number];

/** The settings of one chain, checked and with every default written in. */
export interface ChainSettings {
  /** From 0; the chain's random stream is (seed, "chain", chain). */
  readonly chain: number;
  readonly seed: number | string;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAcceptance: number;
  readonly maxTreeDepth: number;
  readonly keepWarmup: boolean;
  readonly initialPosition?: Float64Array;
  /** Where no position is given: what is done with the random one. Left out: uphill. */
  readonly initial?: InitialKind;
  /** Known from an earlier run: warm-up keeps it and learns the step size only. */
  readonly initialMetric?: Metric;
  /** Known from an earlier run: used instead of that of the search. */
  readonly initialStepSize?: number;
  /** Whether to compare the gradient with finite differences at the start. */
  readonly checkGradient?: boolean;
  // Where these are left out: diagonal, overlapping, no-U-turn, leapfrog, 1.
  readonly metric?: MetricKind;
  readonly warmupSchedule?: WarmupScheduleKind;
  readonly trajectory?: TrajectoryKind;
  readonly integrator?: IntegratorKind;
  readonly energyTolerance?: number;
}
