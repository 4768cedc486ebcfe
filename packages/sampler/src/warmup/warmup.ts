/** Warm-up: after each draw the metric learns from position and gradient, and the step size from the acceptance. */
import type { RandomStream } from "@mmm/numerics";
import type { Transition } from "../chain/transition.js";
import { whiten } from "../hamiltonian/metric.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { dualAveraging } from "./dual-averaging.js";
import type { DualAveraging, StepSizeAdapter } from "./dual-averaging.js";
import { findStepSize } from "./find-step-size.js";
import { addToMetric, startFisherMetric, switchWindows, updateFisherMetric } from "./fisher-metric.js";
import type { FisherMetric } from "./fisher-metric.js";
import { startSchedule, updateSchedule } from "./window-schedule.js";
import type { WindowSchedule } from "./window-schedule.js";

/** The state of one chain's warm-up. */
export interface Warmup {
  readonly length: number;
  readonly target: number;
  readonly fisher: FisherMetric;
  readonly adapter: StepSizeAdapter;
  averaging: DualAveraging;
  schedule: WindowSchedule;
  /** Draws so far. */
  draws: number;
  /** Whether the metric has been set from draws. */
  metricKnown: boolean;
  /** Leapfrog steps spent in searches for a first step size. */
  searchLeapfrogs: number;
}

/** Sets metric and step size from the first point alone. */
export function startWarmup(
  trajectory: Trajectory,
  length: number,
  target: number,
  stream: RandomStream,
): Warmup {
  const fisher = startFisherMetric(trajectory.metric, trajectory.current);
  whiten(trajectory.metric, trajectory.current);
  const adapter = dualAveraging(target);
  const { stepSize, leapfrogs } = findStepSize(trajectory, target, stream);
  return {
    length,
    target,
    fisher,
    adapter,
    averaging: adapter.start(stepSize),
    schedule: startSchedule(length),
    draws: 0,
    metricKnown: false,
    searchLeapfrogs: leapfrogs,
  };
}

/**
 * Learns from one transition. Once it is late (no further window fits) the step size follows the symmetric acceptance, which
 * also counts steps that lower the energy too much as bad, so that sampling does not start with an over-long step. The first
 * metric from draws changes the geometry so much that the step size is searched for anew; later ones change it little.
 */
export function updateWarmup(
  warmup: Warmup,
  trajectory: Trajectory,
  transition: Transition,
  stream: RandomStream,
): void {
  const draw = warmup.draws++;
  const adaptsMetric = draw < warmup.schedule.metricEnd;
  const { late, changed } = adaptsMetric
    ? updateMetric(warmup, trajectory, transition, draw)
    : { late: true, changed: false };
  warmup.averaging = warmup.adapter.update(
    warmup.averaging,
    late ? transition.symmetricAcceptance : transition.acceptance,
  );
  if (changed && !warmup.metricKnown) {
    warmup.metricKnown = true;
    const { stepSize, leapfrogs } = findStepSize(trajectory, warmup.target, stream);
    warmup.averaging = warmup.adapter.start(stepSize);
    warmup.searchLeapfrogs += leapfrogs;
  }
}

/** The step size that remains for sampling. */
export function finishWarmup(warmup: Warmup): number {
  return warmup.adapter.finish(warmup.averaging);
}

function updateMetric(
  warmup: Warmup,
  trajectory: Trajectory,
  transition: Transition,
  draw: number,
): { late: boolean; changed: boolean } {
  const { fisher } = warmup;
  if (isGoodDraw(transition)) addToMetric(fisher, trajectory.current);
  const update = updateSchedule(warmup.schedule, draw, fisher.background.positions.count);
  warmup.schedule = update.schedule;
  if (update.switches) switchWindows(fisher);
  const changed = updateFisherMetric(fisher);
  if (changed) whiten(trajectory.metric, trajectory.current);
  return { late: update.late, changed };
}

/** A draw that did not move repeats what is known; one just before a divergence speaks of the place where things go wrong. */
function isGoodDraw({ divergent, index }: Transition): boolean {
  return index !== 0 && (!divergent || Math.abs(index) > 4);
}
