/** How cells differ: random effects that are crossed over the dimensions of the panel, drawn by the names of levels. */

import { drawNormal, exp, type RandomStream } from "@mmm/numerics";
import type { CellScatter } from "./panel-description.js";
import type { Panel } from "./panel.js";

/**
 * Deviations of the cells from the whole market:
 *
 *     deviation[cell] = Σ_dimension sd_dimension · z[dimension, level of cell] + sd_cell · z[cell],   z ~ normal(0, 1)
 *
 * @param panel     the cells
 * @param quantity  which of the standard deviations
 * @param stream    the quantity's own; it is not moved forward
 * @returns         [cell]; zeros for a national market
 */
export function drawCellScatter(
  panel: Panel,
  quantity: keyof CellScatter,
  stream: RandomStream,
): Float64Array {
  const deviations = new Float64Array(panel.cells.length);
  for (const { path, levels, scatter } of panel.groups) {
    const sd = scatter[quantity];
    if (sd === 0) continue;
    levels.forEach((level, g) => (deviations[g]! += sd * drawNormal(stream.split(...path, level))));
  }
  return deviations;
}

/** Log-normal factors of mean 1 with these deviations; [cell], exactly 1 for a national market. */
export function drawCellFactors(
  panel: Panel,
  quantity: keyof CellScatter,
  stream: RandomStream,
): Float64Array {
  const variance = panel.groups.reduce(
    (total, { scatter }) => total + scatter[quantity] * scatter[quantity],
    0,
  );
  return drawCellScatter(panel, quantity, stream).map((deviation) => exp(deviation - 0.5 * variance));
}
