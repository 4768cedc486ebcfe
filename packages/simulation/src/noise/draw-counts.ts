/** Counts around an expected KPI: whole numbers, zeros included. */

import { drawPoisson, type RandomStream } from "@mmm/numerics";
import { cellSlices } from "../panel/cell-slices.js";
import { cellStream } from "../panel/panel.js";
import type { NoiseContext, NoisyKpi } from "./noise-kind.js";

/** Draws every cell and period from its expected value, each cell from its own stream. */
export function drawCounts(
  { expected, levels, panel, stream }: NoiseContext,
  draw: (stream: RandomStream, expected: number, cell: number) => number = drawPoisson,
): Pick<NoisyKpi, "kpi"> & { readonly values: Float64Array } {
  const kpi = expected.slice();
  cellSlices(kpi, levels.length).forEach((own, g) => {
    const chance = cellStream(panel, stream, g);
    own.forEach((value, t) => (own[t] = draw(chance, value, g)));
  });
  return { kpi, values: kpi.map((count, at) => count - expected[at]!) };
}
