/** Mean curves of all items, exact at one plan. */

import type { OutcomeSource } from "../decision/outcomes.js";
import type { Polytope } from "@mmm/numerics/optimization";
import type { Curve } from "../solve/curve.js";
import { curveTable, refinedAt } from "../solve/curve-table.js";

/** Curves under even weights of draws. */
export function evenTable(source: OutcomeSource, set: Polytope, at: Float64Array): readonly Curve[] {
  const even = new Float64Array(source.draws).fill(1 / source.draws);
  return refinedAt(curveTable(source, even, set, 0), source, even, at, 0);
}
