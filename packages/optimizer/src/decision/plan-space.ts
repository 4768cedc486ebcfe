/** PlanSpace: what is decided, as a vector, and the plan that it stands for. */

import type { ResponseSurface } from "@mmm/model";
import type { Flighting } from "../problem/budget-problem.js";

/**
 * The variables of a budget problem. Where flighting is given, there is one per item (channel and cell): its money over the
 * window. Where it is optimized, there is one per item and period.
 */
export interface PlanSpace {
  readonly size: number;
  /** Whether each variable is the money of an item over the window. */
  readonly isFlighted: boolean;
  /** [item × period] share of an item's money that a period gets; of each variable in its own period, 1. */
  readonly share: Float64Array;
  /** [variable] of today's plan. */
  readonly today: Float64Array;
  /** The variables and shares behind an item's spend in a period: `variable = isFlighted ? item : item · periods + period`. */
  readonly periods: number;
  readonly items: number;
}

/** The variables for a way of flighting. */
export function planSpace(
  { channels, cells, periods, spend }: ResponseSurface,
  flighting: Flighting,
): PlanSpace {
  const items = channels.length * cells.length;
  const count = periods.length;
  if (flighting.kind === "optimized") {
    const share = new Float64Array(spend.length).fill(1);
    return { size: spend.length, isFlighted: false, share, today: spend.slice(), periods: count, items };
  }
  const share = new Float64Array(spend.length);
  const today = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    const own = spend.subarray(item * count, (item + 1) * count);
    today[item] = own.reduce((total, value) => total + value, 0);
    const given =
      flighting.kind === "given" ? flighting.weights[channels[Math.floor(item / cells.length)]] : undefined;
    const weights: ArrayLike<number> =
      given ?? (flighting.kind === "even" || today[item] === 0 ? own.map(() => 1) : own);
    let total = 0;
    for (let t = 0; t < count; t++) total += weights[t];
    for (let t = 0; t < count; t++) share[item * count + t] = weights[t] / total;
  }
  return { size: items, isFlighted: true, share, today, periods: count, items };
}

/** Writes the plan of some variables into `spend` [channel × cell × period]. */
export function writeSpend(
  { isFlighted, share, periods }: PlanSpace,
  x: Float64Array,
  spend: Float64Array,
): void {
  for (let k = 0; k < spend.length; k++) {
    spend[k] = isFlighted ? share[k] * x[Math.floor(k / periods)] : x[k];
  }
}

/** Adds a gradient over spend, times a weight, to one over variables that begins at `offset`. */
export function addPulledBack(
  { isFlighted, share, items, periods }: PlanSpace,
  gradient: Float64Array,
  weight: number,
  into: Float64Array,
  offset: number,
): void {
  for (let item = 0; item < items; item++) {
    let total = 0;
    for (let t = 0, k = item * periods; t < periods; t++, k++) {
      if (isFlighted) total += share[k] * gradient[k];
      else into[offset + k] += weight * gradient[k];
    }
    if (isFlighted) into[offset + item] += weight * total;
  }
}
