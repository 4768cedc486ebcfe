/** Hamiltonian Monte Carlo with a path of given length: all of it, then accepted or not. */
import { drawUniform, exp } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { makeLeaf, beginTrajectory } from "./trajectory.js";
import type { StaticLength, Trajectory } from "./trajectory.js";

/** A time of path is never cut into more steps than this. */
const mostSteps = 2 ** 20;

/**
 * Runs one path from `current`, whose velocity and energy are set, and makes its end `current` with probability
 * min(1, exp(H₀ − H)). Uses the pool, the leaf and the counters of the no-U-turn trajectory; `depth` stays 0.
 *
 * @source betancourt2017
 */
export function runStaticTrajectory(
  trajectory: Trajectory,
  stepSize: number,
  length: StaticLength,
  stream: RandomStream,
): void {
  const { adaptiveLeaf, free } = trajectory;
  beginTrajectory(trajectory);
  const steps =
    "leapfrogs" in length
      ? length.leapfrogs
      : Math.min(mostSteps, Math.max(1, Math.round(length.time / stepSize)));
  let [next, spare] = [free.pop()!, free.pop()!];
  let here: PhasePoint = trajectory.current;
  let reached = true;
  for (let n = 0; reached && n < steps; n++) {
    reached = makeLeaf(trajectory, here, next, stepSize, stream);
    if (!reached) break;
    here = next;
    [next, spare] = [spare, next];
  }
  const gain = reached ? trajectory.startEnergy - here.energy + here.correction : -Infinity;
  const acceptance = exp(Math.min(0, gain));
  if (adaptiveLeaf === undefined) {
    // The end alone decides, so the step size follows the end alone.
    const e = exp(-Math.abs(gain));
    trajectory.leaves = 1;
    trajectory.acceptanceSum = acceptance;
    trajectory.symmetricAcceptanceSum = (2 * e) / (1 + e);
  }
  if (drawUniform(stream) < acceptance) trajectory.current = here;
}
