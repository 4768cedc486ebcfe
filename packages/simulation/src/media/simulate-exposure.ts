/** Exposure: what the spend of a period buys at that period's price. */

import type { RandomStream } from "@mmm/numerics";
import type { ExposureDescription } from "../description/market-description.js";
import { drawScatter } from "../random/draw-scatter.js";
import { roundToDigits } from "../round-to-digits.js";

/** [time] exposures per period; 0 where nothing was spent. */
export function simulateExposure(
  { costPerExposure, variation }: ExposureDescription,
  spend: Float64Array,
  stream: RandomStream,
): Float64Array {
  return spend.map((money) => roundToDigits((money / costPerExposure) * drawScatter(stream, variation)));
}
