/** The points at which L-BFGS stands on its way to a mode. */
import { minimizeLbfgs } from "@mmm/numerics/optimization";
import type { LogDensity } from "../target.js";

/** Where a search stood after an iteration. `value` and `gradient` are those of minus the log density. */
export interface UphillPlace {
  readonly value: number;
  readonly point: Float64Array;
  readonly gradient: Float64Array;
}

export interface UphillOptions {
  /** At most. */
  readonly iterations: number;
  /** Asked after each iteration with the places so far. */
  readonly goesOn?: (places: readonly UphillPlace[]) => boolean;
}

/** One place per iteration, the start first. */
export function placesUphill(
  density: LogDensity,
  start: Float64Array,
  { iterations, goesOn = () => true }: UphillOptions,
): { readonly places: readonly UphillPlace[]; readonly evaluations: number; readonly outcome: string } {
  let places: UphillPlace[] = [];
  let tried: UphillPlace[] = [];
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    const value = -density.evaluate(point, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i];
    tried.push({ value, point: point.slice(), gradient: gradient.slice() });
    return value;
  };
  const onProgress = ({ value }: { readonly value: number }): boolean => {
    if (places.length === 0) places = tried.slice(0, 1);
    const reached = tried.findLast((place) => place.value === value);
    if (reached !== undefined) places.push(reached);
    tried = [];
    return goesOn(places);
  };
  const { evaluations, outcome } = minimizeLbfgs(objective, start, { iterations, onProgress });
  return { places, evaluations, outcome };
}
