/** What a plan brings by every draw, item by item, and what one more unit of money would. */

import type { ResponseSurface } from "@mmm/model";

/** Outcomes and marginal returns of one plan. */
export interface PlanOutcome {
  /** [draw] */
  readonly total: Float64Array;
  /** [draw × item] */
  readonly byItem: Float64Array;
  /** [draw × item] outcome of one more unit of the item's money, spread over periods like the plan's (evenly where it spends nothing). */
  readonly marginal: Float64Array;
}

/** Asks a surface about a plan [channel × cell × period]. */
export function planOutcome(surface: ResponseSurface, spend: Float64Array): PlanOutcome {
  const items = surface.channels.length * surface.cells.length;
  const periods = surface.periods.length;
  const total = new Float64Array(surface.draws);
  const byItem = new Float64Array(surface.draws * items);
  const marginal = new Float64Array(surface.draws * items);
  const gradient = new Float64Array(spend.length);
  const shares = sharesOf(spend, periods);
  for (let draw = 0; draw < surface.draws; draw++) {
    const own = byItem.subarray(draw * items, (draw + 1) * items);
    surface.evaluate(draw, spend, own, gradient);
    total[draw] = own.reduce((sum, value) => sum + value, 0);
    for (let item = 0; item < items; item++) {
      let slope = 0;
      for (let k = item * periods; k < (item + 1) * periods; k++) slope += shares[k] * gradient[k];
      marginal[draw * items + item] = slope;
    }
  }
  return { total, byItem, marginal };
}

function sharesOf(spend: Float64Array, periods: number): Float64Array {
  const shares = new Float64Array(spend.length);
  for (let from = 0; from < spend.length; from += periods) {
    const own = spend.subarray(from, from + periods);
    const total = own.reduce((sum, value) => sum + value, 0);
    for (let t = 0; t < periods; t++) shares[from + t] = total > 0 ? own[t] / total : 1 / periods;
  }
  return shares;
}
