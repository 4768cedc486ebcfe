/** Numbers in rising order as a support. */

import { add, at, type Axis, contract, exp as expOf, multiply, slice, sum } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import { type ArraySupport, constantFrom, freeAxis, withInnermost } from "./array-support.js";

/**
 * Numbers each above the one before: x[1] = u[1], x[k] = x[k − 1] + e^u[k].
 *
 * @param along  the axis of the numbers
 * @returns      the support, with as many free numbers on the axis `${along.name}.free`
 * @source stan2024
 * @example
 * import { axis } from "@mmm/autodiff";
 * ordered(axis("step", 3)).toConstrained([5, 0, 0]); // => [5, 6, 7]
 */
export function ordered(along: Axis): ArraySupport {
  const count = along.size;
  const free = freeAxis(along, count);
  const gaps = freeAxis(along, Math.max(1, count - 1));
  const climbed = constantFrom([along, gaps], (k, j) => (j! < k! ? 1 : 0));
  return {
    kind: "ordered",
    range: "finite numbers, each above the one before",
    axes: [along],
    free,
    constrain: (u) => {
      const first = multiply(
        at(u, free.name, 0),
        constantFrom([along], () => 1),
      );
      if (count === 1) return withInnermost(first, [along]);
      const steps = expOf(slice(u, free.name, 1, count - 1));
      return withInnermost(add(contract(climbed, steps, [gaps.name]), first), [along]);
    },
    logJacobian: (u) =>
      count === 1 ? multiply(at(u, free.name, 0), 0) : sum(slice(u, free.name, 1, count - 1), [free.name]),
    toUnconstrained: (x) => Float64Array.from(x, (value, k) => (k === 0 ? value : log(value - x[k - 1]!))),
    toConstrained: (u) => {
      const x = Float64Array.from(u);
      for (let k = 1; k < x.length; k++) x[k] = x[k - 1]! + exp(u[k]!);
      return x;
    },
    contains: (x) =>
      x.length === count &&
      Array.from(x).every((value, k) => Number.isFinite(value) && (k === 0 || value > x[k - 1]!)),
  };
}
