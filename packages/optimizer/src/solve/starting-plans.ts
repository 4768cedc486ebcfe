/** Plans from which local searches start: today's, an even one, and random ones, all within the constraints. */

import { drawDirichlet, randomStream } from "@mmm/numerics";
import { type Polytope, projectOntoPolytope } from "@mmm/numerics/optimization";
import type { Task } from "./solution.js";

/** The starts of a task, after projection; their order and bits depend on its seed alone. */
export function startingPlans(
  { source, near, settings, set }: Task,
  polytope: Polytope,
): readonly Float64Array[] {
  const budget = near.reduce((total, value) => total + value, 0);
  const stream = randomStream(settings.seed, "starting plans");
  const even = near.map(() => budget / near.length);
  const random = Array.from({ length: settings.starts }, () => {
    // Half of the budget's shares go to few variables, where S-shaped curves have optima of their own.
    const shares = drawDirichlet(stream, new Float64Array(near.length).fill(0.5));
    return shares.map((share) => share * budget);
  });
  return [
    near,
    source.space.today,
    even,
    set.upper.map((value) => Math.min(value, budget)),
    ...random,
  ].flatMap((x) => {
    const projected = projectOntoPolytope(x, polytope);
    return projected.kind === "found" ? [projected.point] : [];
  });
}
