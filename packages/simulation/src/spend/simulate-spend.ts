/** Spend of one channel: the shapes of its plan, split over the cells, in its size. */

import { mean, type RandomStream } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream, type Panel } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import { drawScatter } from "../random/draw-scatter.js";
import { roundToDigits } from "../round-to-digits.js";
import type { CellShapes } from "./plan-shapes.js";

/**
 * [cell × time] money per period; summed over cells, its mean is the channel's `spendPerPeriod`. All 0 when the pattern
 * never gets going.
 */
export function simulateSpend(
  { spendPerPeriod }: ChannelDescription,
  shapes: CellShapes,
  panel: Panel,
  stream: RandomStream,
): Float64Array {
  const cells = splitShapes(shapes, panel, stream);
  const center = sumOverCells(Float64Array.from(cells, mean));
  const length = shapes[0]!.length;
  const spend = new Float64Array(cells.length * length);
  cells.forEach((shape, g) =>
    shape.forEach((value, t) => {
      if (value !== 0) spend[g * length + t] = roundToDigits((value / center) * spendPerPeriod);
    }),
  );
  return spend;
}

/** A cell's part follows its population, its own taste, and what happens there in a period. */
function splitShapes(shapes: CellShapes, panel: Panel, stream: RandomStream): CellShapes {
  const { size, variation } = panel;
  const factors = drawCellFactors(panel, "spend", stream.split("split"));
  return shapes.map((shape, g) => {
    const part = size[g]! * factors[g]!;
    const chance = cellStream(panel, stream.split("variation"), g);
    return shape.map((value) => part * value * (variation === 0 ? 1 : drawScatter(chance, variation)));
  });
}
