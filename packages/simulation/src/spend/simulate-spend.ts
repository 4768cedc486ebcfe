/** Spend of one channel: the shape of its pattern, split over the cells, in its size. */

import { mean } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import { drawScatter } from "../random/draw-scatter.js";
import { roundToDigits } from "../round-to-digits.js";
import type { SpendContext } from "./spend-context.js";
import { spendShape } from "./spend-shape.js";

/**
 * [cell × time] money per period; summed over cells, its mean is the channel's `spendPerPeriod`. All 0 when the pattern
 * never gets going.
 */
export function simulateSpend(channel: ChannelDescription, context: SpendContext): Float64Array {
  const cells = splitShape(channel, context);
  const center = sumOverCells(Float64Array.from(cells, mean));
  const length = context.calendar.periods.length;
  const spend = new Float64Array(cells.length * length);
  cells.forEach((shape, g) =>
    spend.set(
      shape.map((value) => (value === 0 ? 0 : roundToDigits((value / center) * channel.spendPerPeriod))),
      g * length,
    ),
  );
  return spend;
}

/** [cell] → [time]: a cell's part follows its population, its own taste, and what happens there in a period. */
function splitShape(
  { pattern, cells: timing }: ChannelDescription,
  context: SpendContext,
): readonly Float64Array[] {
  const { panel, cellDemand, stream } = context;
  const plan = timing === "together" ? spendShape(pattern, context) : undefined;
  const factors = drawCellFactors(panel, "spend", stream.split("split"));
  return panel.cells.map((_, g) => {
    const own = { ...context, demand: cellDemand[g]!, stream: cellStream(panel, stream, g) };
    const shape = plan ?? spendShape(pattern, own);
    const part = panel.size[g]! * factors[g]!;
    const chance = cellStream(panel, stream.split("variation"), g);
    return shape.map((value) =>
      panel.variation === 0 ? part * value : part * value * drawScatter(chance, panel.variation),
    );
  });
}
