/** Sums over cells that do not depend on the order of the cells, to the last bit. */

import { sum } from "@mmm/numerics";

/** Σ over cells, added in ascending order; of one cell, its value. */
export function sumOverCells(values: Float64Array): number {
  return values.length === 1 ? values[0]! : sum(values.toSorted());
}
