/** Continuous spend: always on, wandering around its mean. */

import { drawNormal } from "@mmm/numerics";
import type { ContinuousPattern } from "../description/market-description.js";
import { drawAutoregression } from "../random/draw-autoregression.js";
import { scatter } from "../random/draw-scatter.js";
import type { ShapeContext } from "./spend-context.js";

/** Log-normal around 1, each period remembering the one before. */
export function continuousShape(
  { persistence, variation }: ContinuousPattern,
  { calendar, stream }: ShapeContext,
): Float64Array {
  const wandering = drawAutoregression(calendar.periods.length, persistence, () => drawNormal(stream));
  return wandering.map((z) => scatter(variation, z));
}
