/** The search for a first step size: doubles or halves until one leapfrog step is about as good as asked for. */
import { exp } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { drawVelocity } from "../hamiltonian/draw-velocity.js";
import { leapfrog } from "../hamiltonian/leapfrog.js";
import type { Trajectory } from "../trajectory/trajectory.js";

const firstTry = 0.1;
const mostTries = 100;
const shortest = 1e-10;
const longest = 1e5;

/**
 * Doubles (or halves) the step size from 0.1 until the acceptance of one step from the current point, with one momentum,
 * falls below (or rises above) the target. A step that diverges has acceptance 0, so the search then goes down.
 *
 * @returns the step size, and how many leapfrog steps (density evaluations) the search took
 */
export function findStepSize(
  trajectory: Trajectory,
  target: number,
  stream: RandomStream,
): { stepSize: number; leapfrogs: number } {
  drawVelocity(trajectory.current, stream);
  let stepSize = firstTry;
  const tooEasy = acceptanceOfOneStep(trajectory, stepSize) > target;
  const factor = tooEasy ? 2 : 0.5;
  let leapfrogs = 1;
  while (leapfrogs < mostTries) {
    const next = stepSize * factor;
    if (next < shortest || next > longest) break;
    stepSize = next;
    leapfrogs++;
    const easy = acceptanceOfOneStep(trajectory, stepSize) > target;
    if (easy !== tooEasy) break;
  }
  return { stepSize, leapfrogs };
}

function acceptanceOfOneStep(trajectory: Trajectory, stepSize: number): number {
  const { current, points } = trajectory;
  const end = points[0] === current ? points[1] : points[0];
  leapfrog(trajectory.density, trajectory.metric, current, end, stepSize);
  const gain = current.energy - end.energy;
  return gain < Infinity ? exp(Math.min(0, gain)) : 0; // NaN is a divergence too
}
