/** Warm-up: after each draw the metric learns from position and gradient, and the step size from the acceptance. */
import type { RandomStream } from "@mmm/numerics";
import type { Transition } from "../chain/transition.js";
import { whiten } from "../hamiltonian/metric.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { dualAveraging } from "./dual-averaging.js";
import type { DualAveraging, StepSizeAdapter } from "./dual-averaging.js";
import { findStepSize } from "./find-step-size.js";
import type { FisherMetric } from "./fisher-metric.js";
import { addToLearner, learnMetric, startMetricLearner, switchLearner } from "./metric-learner.js";
import type { MetricKind, MetricLearner } from "./metric-learner.js";
import { stanSchedule } from "./stan-schedule.js";
import type { StanSchedule } from "./stan-schedule.js";
import { startSchedule, updateSchedule } from "./window-schedule.js";
import type { WindowSchedule } from "./window-schedule.js";

/** Names of the calendars, as options give them. */
export const warmupSchedules = ["overlapping", "stan"] as const;
/** `"overlapping"`: windows that grow and overlap, a metric at every draw. `"stan"`: windows that share nothing, a metric after each. */
export type WarmupScheduleKind = (typeof warmupSchedules)[number];

/** What is learned, and by which calendar. */
export interface WarmupPlan {
  readonly metric: MetricKind;
  readonly schedule: WarmupScheduleKind;
}

const usualPlan: WarmupPlan = { metric: "diagonal", schedule: "overlapping" };

/** The state of one chain's warm-up. */
export interface Warmup {
  readonly length: number;
  readonly target: number;
  readonly learner: MetricLearner;
  readonly fisher: FisherMetric;
  readonly adapter: StepSizeAdapter;
  averaging: DualAveraging;
  schedule: WindowSchedule;
  /** Instead of `schedule`. */
  readonly stan?: StanSchedule;
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
  plan: WarmupPlan = usualPlan,
): Warmup {
  const learner = startMetricLearner(plan.metric, trajectory.metric, trajectory.current);
  whiten(trajectory.metric, trajectory.current);
  const adapter = dualAveraging(target);
  const { stepSize, leapfrogs } = findStepSize(trajectory, target, stream);
  return {
    length,
    target,
    learner,
    fisher: learner.fisher,
    adapter,
    averaging: adapter.start(stepSize),
    schedule: startSchedule(length),
    ...(plan.schedule === "stan" ? { stan: stanSchedule(length) } : {}),
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
  if (warmup.stan !== undefined) return updateByWindows(warmup, warmup.stan, trajectory, transition, stream);
  const adaptsMetric = draw < warmup.schedule.metricEnd;
  const { late, changed, reshaped } = adaptsMetric
    ? updateMetric(warmup, trajectory, transition, draw)
    : { late: true, changed: false, reshaped: false };
  warmup.averaging = warmup.adapter.update(
    warmup.averaging,
    late ? transition.symmetricAcceptance : transition.acceptance,
  );
  if (reshaped || (changed && !warmup.metricKnown)) searchStepSize(warmup, trajectory, stream);
  if (changed) warmup.metricKnown = true;
}

function searchStepSize(warmup: Warmup, trajectory: Trajectory, stream: RandomStream): void {
  const { stepSize, leapfrogs } = findStepSize(trajectory, warmup.target, stream);
  warmup.averaging = warmup.adapter.start(stepSize);
  warmup.searchLeapfrogs += leapfrogs;
}

/** As Stan does it: a metric at the end of each window, from this window alone, and each time a new step size. */
function updateByWindows(
  warmup: Warmup,
  { start, ends }: StanSchedule,
  trajectory: Trajectory,
  transition: Transition,
  stream: RandomStream,
): void {
  const { learner, draws } = warmup;
  warmup.averaging = warmup.adapter.update(warmup.averaging, transition.acceptance);
  if (draws === start) restartLearner(learner);
  if (draws <= start || ends.length === 0 || draws > ends[ends.length - 1]) return;
  addToLearner(learner, trajectory.current);
  if (!ends.includes(draws)) return;
  const { changed } = learnMetric(learner);
  restartLearner(learner);
  if (!changed) return;
  warmup.metricKnown = true;
  whiten(trajectory.metric, trajectory.current);
  searchStepSize(warmup, trajectory, stream);
}

/** Twice, so that neither window remembers anything. */
function restartLearner(learner: MetricLearner): void {
  switchLearner(learner);
  switchLearner(learner);
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
): { late: boolean; changed: boolean; reshaped: boolean } {
  const { fisher, learner } = warmup;
  if (isGoodDraw(transition)) addToLearner(learner, trajectory.current);
  const update = updateSchedule(warmup.schedule, draw, fisher.background.positions.count);
  warmup.schedule = update.schedule;
  if (update.switches) switchLearner(learner, draw < warmup.schedule.earlyEnd);
  const { changed, reshaped } = learnMetric(learner);
  if (changed) whiten(trajectory.metric, trajectory.current);
  return { late: update.late, changed, reshaped };
}

/** A draw that did not move repeats what is known; one just before a divergence speaks of the place where things go wrong. */
function isGoodDraw({ divergent, index }: Transition): boolean {
  return index !== 0 && (!divergent || Math.abs(index) > 4);
}
