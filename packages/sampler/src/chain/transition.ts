/** One transition of the chain: jittered step size, fresh momentum, one trajectory; and what is worth knowing about it. */
import { drawUniform } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { drawVelocity } from "../hamiltonian/draw-velocity.js";
import { fisherDistanceAt } from "../hamiltonian/metric.js";
import { runStaticTrajectory } from "../trajectory/static-trajectory.js";
import { runTrajectory } from "../trajectory/trajectory.js";
import type { Trajectory } from "../trajectory/trajectory.js";

/** Statistics of one transition. The drawn point itself is the trajectory's `current`. */
export interface Transition {
  readonly logDensity: number;
  readonly energy: number;
  readonly acceptance: number;
  readonly symmetricAcceptance: number;
  readonly stepSize: number;
  readonly fisherDistance: number;
  readonly treeDepth: number;
  readonly leapfrogs: number;
  /** Leapfrog steps from the start to the draw; 0 if the chain did not move. */
  readonly index: number;
  readonly divergent: boolean;
}

/** ±10 %: a step size that never changes can meet the period of a nearly normal density again and again. */
const jitter = 0.1;

/** Moves `trajectory.current` by one transition. */
export function makeTransition(
  trajectory: Trajectory,
  meanStepSize: number,
  stream: RandomStream,
): Transition {
  const stepSize = meanStepSize * (1 - jitter + 2 * jitter * drawUniform(stream));
  drawVelocity(trajectory.current, stream);
  if (trajectory.staticLength === undefined) runTrajectory(trajectory, stepSize, stream);
  else runStaticTrajectory(trajectory, stepSize, trajectory.staticLength, stream);
  const { current, leapfrogs, leaves } = trajectory;
  return {
    logDensity: current.logDensity,
    energy: current.energy,
    acceptance: trajectory.acceptanceSum / leaves,
    symmetricAcceptance: trajectory.symmetricAcceptanceSum / leaves,
    stepSize,
    fisherDistance: fisherDistanceAt(current),
    treeDepth: trajectory.depth,
    leapfrogs,
    index: current.index,
    divergent: trajectory.divergedFrom !== undefined,
  };
}
