/** The beginning of a chain's warm-up: from its first point, or from what an earlier run has learned. */
import type { RandomStream } from "@mmm/numerics";
import { whiten } from "../hamiltonian/metric.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { startWarmup } from "../warmup/warmup.js";
import type { Warmup } from "../warmup/warmup.js";
import type { ChainSettings } from "./chain-settings.js";
import { copyPlainState, restorePlainState } from "./plain-state.js";

/**
 * Starts warm-up at the trajectory's current point. A given metric is kept to the end and warm-up learns the step size alone:
 * it knows the whole earlier posterior, which the first windows of a new warm-up do not. A given step size takes the place of
 * the one that was searched for.
 *
 * @param length  transitions of warm-up that are left
 */
export function beginWarmup(
  trajectory: Trajectory,
  settings: ChainSettings,
  length: number,
  stream: RandomStream,
): Warmup {
  const { initialMetric, initialStepSize, metric = "diagonal", warmupSchedule = "overlapping" } = settings;
  const learning = startWarmup(trajectory, length, settings.targetAcceptance, stream, {
    metric,
    schedule: initialMetric === undefined ? warmupSchedule : "overlapping",
  });
  if (initialMetric !== undefined) {
    restorePlainState(trajectory.metric, copyPlainState(initialMetric));
    whiten(trajectory.metric, trajectory.current);
    learning.schedule = { ...learning.schedule, earlyEnd: 0, metricEnd: 0 };
  }
  if (initialStepSize !== undefined) learning.averaging = learning.adapter.start(initialStepSize);
  return learning;
}
