/** The way of L-BFGS to a mode, with the normal approximation at each of its points. */
import { dot } from "@mmm/numerics/linear-algebra";
import type { LogDensity } from "../target.js";
import { applyInverseHessian, makeCurvature } from "./curvature.js";
import type { Curvature, CurvaturePair } from "./curvature.js";
import { placesUphill } from "./places-uphill.js";

/** N(mean, H) at one point of the way. */
export interface LocalNormal {
  readonly mean: Float64Array;
  readonly curvature: Curvature;
}

export interface Climb {
  readonly normals: readonly LocalNormal[];
  readonly evaluations: number;
  readonly outcome: string;
}

/** Pairs whose curvature is below this share are rounding. */
const leastCurvature = 1e-12;

/**
 * Climbs from `start`.
 *
 * @param history  steps that the approximation remembers
 * @source pathfinder2022
 */
export function climb(density: LogDensity, start: Float64Array, iterations: number, history: number): Climb {
  const { places, evaluations, outcome } = placesUphill(density, start, { iterations });
  const normals: LocalNormal[] = [];
  const pairs: CurvaturePair[] = [];
  let diagonal = new Float64Array(start.length).fill(1);
  for (let k = 1; k < places.length; k++) {
    const { point, gradient } = places[k];
    const move = point.map((value, i) => value - places[k - 1].point[i]);
    const change = gradient.map((value, i) => value - places[k - 1].gradient[i]);
    if (dot(move, change) > leastCurvature * dot(change, change)) {
      pairs.push({ move, change });
      if (pairs.length > history) pairs.shift();
      diagonal = nextDiagonal(diagonal, move, change);
    }
    const curvature = makeCurvature(diagonal, pairs);
    const step = applyInverseHessian(curvature, gradient);
    normals.push({ mean: point.map((value, i) => value - step[i]), curvature });
  }
  return { normals, evaluations, outcome };
}

/** The diagonal that fits the newest pair, as near to the last one as a BFGS update would be. */
function nextDiagonal(
  diagonal: Float64Array,
  move: Float64Array,
  change: Float64Array,
): Float64Array<ArrayBuffer> {
  const a = diagonal.reduce((sum, value, i) => sum + value * change[i] * change[i], 0);
  const b = dot(move, change);
  const c = diagonal.reduce((sum, value, i) => sum + (move[i] * move[i]) / value, 0);
  return Float64Array.from(diagonal, (value, i) => {
    const curvature =
      a / (b * value) + (change[i] * change[i]) / b - (a * move[i] * move[i]) / (b * c * value * value);
    return curvature > 0 && curvature < Infinity ? 1 / curvature : value;
  });
}
