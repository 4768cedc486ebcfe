/** Looking at a series cell by cell, because cells differ in size and only what changes over time can be learnt. */
import type { Dataset } from "../dataset/dataset.js";

/** The values of each cell, [cell] → [time]; views, not copies. */
export function byCell({ length }: Dataset["cells"], values: Float64Array): readonly Float64Array[] {
  const width = values.length / length;
  return Array.from({ length }, (_, g) => values.subarray(g * width, (g + 1) * width));
}

/** Whether there are values and all of them are the same. */
export function isConstant(values: Float64Array): boolean {
  return values.length > 0 && values.every((value) => value === values[0]);
}

/** "here and in 2 more of 104 periods", said when it is more than one. */
export function inAll(count: number, { cells, periods }: Pick<Dataset, "cells" | "periods">): string {
  if (count === 1) return "";
  const total = cells.length * periods.length;
  return ` here and in ${count - 1} more of ${total} ${cells.length === 1 ? "periods" : "cells and periods"}`;
}

/** "here and in 2 more of 40 cells", said when it is more than one. */
export function inCells(count: number, { cells }: Pick<Dataset, "cells">): string {
  return count === 1 ? "" : ` here and in ${count - 1} more of ${cells.length} cells`;
}
