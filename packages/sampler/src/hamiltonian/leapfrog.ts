/** One leapfrog step in whitened space: half a kick, a drift, one evaluation of the density, half a kick. */
import type { LogDensity } from "../target.js";
import { pullBackGradient, toPosition } from "./metric.js";
import type { Metric } from "./metric.js";
import type { PhasePoint } from "./phase-point.js";

/**
 *     v ← v + ε/2 ∇_y log p;   y ← y + ε v;   x = mean + scale ⊙ A y;   evaluate;   v ← v + ε/2 ∇_y log p
 *
 * Reads `from`, writes `to` (all but `uses`). A negative `step` (ε) goes backwards in time. Reversible and
 * volume-preserving; the energy error of a path of given length is O(ε²).
 *
 * @source betancourt2017
 */
export function leapfrog(
  density: LogDensity,
  metric: Metric,
  from: PhasePoint,
  to: PhasePoint,
  step: number,
): void {
  const half = 0.5 * step;
  const isDiagonal = metric.correction === undefined;
  kickAndDrift(metric, from, to, step, half);
  if (!isDiagonal) toPosition(metric, to);
  to.logDensity = density.evaluate(to.position, to.gradient);
  if (!isDiagonal) pullBackGradient(metric, to);
  to.energy = (isDiagonal ? pullBackAndKick(metric, to, half) : kick(to, half)) - to.logDensity;
  to.index = from.index + (step > 0 ? 1 : -1);
}

/** With x of a diagonal metric in the same pass: passes over memory are most of the sampler's own work. */
function kickAndDrift(metric: Metric, from: PhasePoint, to: PhasePoint, step: number, half: number): void {
  const { mean, scale } = metric;
  const { velocity: velocity0, force: force0, whitened: whitened0 } = from;
  const { velocity, whitened, position } = to;
  for (let i = 0; i < velocity.length; i++) {
    const v = velocity0[i] + half * force0[i];
    const y = whitened0[i] + step * v;
    velocity[i] = v;
    whitened[i] = y;
    position[i] = mean[i] + scale[i] * y;
  }
}

/** The second half kick with the pull-back of a diagonal metric in one pass; returns the kinetic energy. */
function pullBackAndKick(metric: Metric, point: PhasePoint, half: number): number {
  const { scale } = metric;
  const { velocity, gradient, force } = point;
  let square = 0;
  for (let i = 0; i < velocity.length; i++) {
    const f = scale[i] * gradient[i];
    const v = velocity[i] + half * f;
    force[i] = f;
    velocity[i] = v;
    square += v * v;
  }
  return 0.5 * square;
}

function kick({ velocity, force }: PhasePoint, half: number): number {
  let square = 0;
  for (let i = 0; i < velocity.length; i++) {
    const v = velocity[i] + half * force[i];
    velocity[i] = v;
    square += v * v;
  }
  return 0.5 * square;
}
