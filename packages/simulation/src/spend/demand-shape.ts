/** Spend that follows demand: the budget is made from the sales that are expected anyway. */

import type { DemandFollowingPattern } from "../description/market-description.js";
import { drawScatter } from "../random/draw-scatter.js";
import type { ShapeContext } from "./spend-context.js";

/** 1 + strength · (demand − 1), never below 0, with scatter. */
export function demandShape(
  { strength, variation }: DemandFollowingPattern,
  { demand, stream }: ShapeContext,
): Float64Array {
  return demand.map((level) => Math.max(0, 1 + strength * (level - 1)) * drawScatter(stream, variation));
}
