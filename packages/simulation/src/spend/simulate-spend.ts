/** Spend of one channel: the shape of its pattern, in its size. */

import { mean } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { roundToDigits } from "../round-to-digits.js";
import type { SpendContext } from "./spend-context.js";
import { spendShape } from "./spend-shape.js";

/** [time] money per period; its mean is the channel's `spendPerPeriod`, all 0 when the pattern never gets going. */
export function simulateSpend(
  { pattern, spendPerPeriod }: ChannelDescription,
  context: SpendContext,
): Float64Array {
  const shape = spendShape(pattern, context);
  const center = mean(shape);
  return shape.map((value) => (value === 0 ? 0 : roundToDigits((value / center) * spendPerPeriod)));
}
