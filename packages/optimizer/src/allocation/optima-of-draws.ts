/** The plans that single draws would call best: the distribution of the optimum itself. */

import { climb } from "../solve/climb.js";
import type { Solution, Task } from "../solve/solution.js";
import { projectOntoPolytope } from "@mmm/numerics/optimization";

/** One optimum for each of some draws. */
export interface OptimaOfDraws {
  /** Which draws. */
  readonly draws: Int32Array;
  /** [draw × variable] */
  readonly x: Float64Array;
  /** [draw] outcome of that plan by that draw: the most that could be had, if the draw were the truth. */
  readonly value: Float64Array;
}

/**
 * Optimizes by each draw alone, within the same constraints and with the same groups on, from the common optimum and from today's
 * plan. Where a draw's responses are not concave its optimum is a local one.
 */
export function bestOfDraws(
  { source, unit, worth, near }: Task,
  solution: Solution,
  draws: Int32Array,
): OptimaOfDraws {
  const { space } = source;
  const x = new Float64Array(draws.length * space.size);
  const value = new Float64Array(draws.length);
  const today = projectOntoPolytope(near, solution.polytope);
  const starts = [solution.x, ...(today.kind === "found" ? [today.point] : [])];
  draws.forEach((draw, k) => {
    const rise = (at: Float64Array, gradient: Float64Array): number => source.ofDraw(draw, at, gradient);
    const options = { unit, worth, tolerance: 1e-6, iterations: 100 };
    const [first, ...others] = starts.map((start) => climb(rise, solution.polytope, start, options));
    const best = others.reduce((most, summit) => (summit.value > most.value ? summit : most), first);
    x.set(best.x, k * space.size);
    value[k] = best.value;
  });
  return { draws, x, value };
}

/** At most so many draws, evenly spaced. */
export function spacedDraws(draws: number, atMost: number): Int32Array {
  const count = Math.min(draws, atMost);
  return Int32Array.from({ length: count }, (_, k) => Math.floor((k * draws) / count));
}
