/** Moves a chain's first point to a draw of the best normal approximation on its way to a mode. */
import type { RandomStream } from "@mmm/numerics";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { pathFrom, pickDraw } from "../pathfinder/pathfinder.js";
import type { LogDensity } from "../target.js";

/** Enough to tell a good point of the way from a bad one, for a start that warm-up forgets. */
const elboDraws = 5;

/**
 * `point` must be inside the support; where no approximation is found, or its draw is outside, the chain starts at `point` itself.
 *
 * @returns evaluations of the density
 */
export function followPath(density: LogDensity, point: PhasePoint, stream: RandomStream): number {
  const path = pathFrom(density, point.position.slice(), { elboDraws, draws: 5 }, stream);
  const position = path.drawn === undefined ? undefined : pickDraw(path.drawn, stream);
  if (position === undefined) return path.evaluations;
  const gradient = new Float64Array(position.length).fill(NaN);
  const logDensity = density.evaluate(position, gradient);
  if (Number.isFinite(logDensity) && gradient.every(Number.isFinite)) {
    point.position.set(position);
    point.gradient.set(gradient);
    point.logDensity = logDensity;
  }
  return path.evaluations + 1;
}
