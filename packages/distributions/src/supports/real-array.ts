/** Arrays of any finite numbers as a support. */

import { type Axis, multiply, sum } from "@mmm/autodiff";
import { type ArraySupport, constantFrom, freeAxis, withInnermost } from "./array-support.js";

/**
 * All arrays of finite numbers along an axis; both maps are the identity.
 *
 * @param along  the axis of the numbers
 * @returns      the support, with as many free numbers on the axis `${along.name}.free`
 * @example
 * import { axis } from "@mmm/autodiff";
 * realArray(axis("channel", 2)).contains([3, -1]); // => true
 */
export function realArray(along: Axis): ArraySupport {
  const free = freeAxis(along, along.size);
  const same = constantFrom([along, free], (k, j) => (k === j ? 1 : 0));
  return {
    kind: "real-array",
    range: "finite numbers",
    axes: [along],
    free,
    // A product with one term per element: what gives an axis another name.
    constrain: (u) => withInnermost(sum(multiply(same, u), [free.name]), [along]),
    logJacobian: (u) => multiply(sum(u, [free.name]), 0),
    toUnconstrained: (x) => Float64Array.from(x),
    toConstrained: (u) => Float64Array.from(u),
    contains: (x) => x.length === along.size && Array.from(x).every(Number.isFinite),
  };
}
