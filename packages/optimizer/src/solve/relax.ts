/** Relaxation: the most that envelopes allow under linear constraints, which no plan can exceed. */

import type { LinearConstraint } from "@mmm/numerics/optimization";
import { type Envelope, highestAbove } from "./envelope.js";

/** An upper bound, and where the envelopes would be best. */
export interface Relaxed {
  readonly bound: number;
  /** [item] it may miss the constraints a little, unless they are one sum. */
  readonly x: Float64Array;
  /** [constraint] prices that gave the bound. */
  readonly multipliers: Float64Array;
}

/** Rounds over all prices; each price is exact by itself. */
const SWEEPS = 12;
const HALVINGS = 60;

/**
 * An upper bound of Σ envelope(x) under the constraints, by prices: whatever they are (≥ 0 where at most),
 *
 *     Σ over items of max over x (envelope(x) − price of x · x) + Σ multiplier · bound
 *
 * is one. They are made as low as rounds over single prices make it, beginning with the given ones. Where the only constraint is
 * the sum of all items, the bound is exact.
 *
 * @param envelopes    [item]
 * @param constraints  over the items
 * @param start        [constraint] where prices begin
 */
export function relax(
  envelopes: readonly Envelope[],
  constraints: readonly LinearConstraint[],
  start: Float64Array,
): Relaxed {
  const only = constraints.length === 1 ? constraints[0] : undefined;
  if (
    only?.kind === "equal" &&
    only.indices.length === envelopes.length &&
    only.coefficients.every((c) => c === 1)
  ) {
    return fillUp(envelopes, only.bound);
  }
  return lowerPrices(envelopes, constraints, start);
}

/** One sum: the steepest pieces first, until the money is spent. */
function fillUp(envelopes: readonly Envelope[], budget: number): Relaxed {
  const x = Float64Array.from(envelopes, (own) => own.x[0]);
  let left = budget - x.reduce((total, value) => total + value, 0);
  let bound = envelopes.reduce((total, own) => total + own.y[0], 0);
  const pieces = envelopes.flatMap((own, item) =>
    own.x.slice(1).map((end, k) => ({
      item,
      width: end - own.x[k],
      rise: (own.y[k + 1] - own.y[k]) / (end - own.x[k]),
    })),
  );
  // Pieces of one envelope fall in slope, so that a stable order keeps them in theirs.
  pieces.sort((a, b) => b.rise - a.rise || a.item - b.item);
  let price = pieces[0]?.rise ?? 0;
  for (const { item, width, rise } of pieces) {
    if (left <= 0) break;
    const taken = Math.min(width, left);
    x[item] += taken;
    bound += taken * rise;
    left -= taken;
    price = rise;
  }
  return { bound, x, multipliers: Float64Array.of(price) };
}

function lowerPrices(
  envelopes: readonly Envelope[],
  constraints: readonly LinearConstraint[],
  start: Float64Array,
): Relaxed {
  const dual = dualOf(envelopes, constraints);
  let prices = Float64Array.from(constraints, ({ kind }, r) => {
    const price = start[r] ?? 0;
    return kind === "atMost" ? Math.max(0, price) : price;
  });
  let best = dual.at(prices);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const before = best.bound;
    for (let r = 0; r < constraints.length; r++) {
      const next = prices.slice();
      next[r] = lowestPrice(dual, prices, r, constraints[r].kind === "atMost");
      const there = dual.at(next);
      if (there.bound < best.bound) [best, prices] = [there, next];
    }
    if (!(before - best.bound > 1e-10 * Math.abs(before))) break;
  }
  return best;
}

interface Dual {
  readonly at: (prices: Float64Array) => Relaxed;
  /** ∂bound / ∂price of a constraint, one of them where there are several. */
  readonly slopeAt: (prices: Float64Array, r: number) => number;
  /** No slope of an envelope is steeper. */
  readonly steepest: number;
}

function dualOf(envelopes: readonly Envelope[], constraints: readonly LinearConstraint[]): Dual {
  return {
    steepest: steepestOf(envelopes),
    at: (prices) => {
      const x = new Float64Array(envelopes.length);
      let bound = 0;
      constraints.forEach((row, r) => (bound += prices[r] * row.bound));
      visitHighest(envelopes, constraints, prices, (item, at, y, cost) => {
        x[item] = at;
        bound += y - cost * at;
      });
      return { bound, x, multipliers: prices };
    },
    slopeAt: (prices, r) => {
      const at = new Float64Array(envelopes.length);
      visitHighest(envelopes, constraints, prices, (item, x) => (at[item] = x));
      const { indices, coefficients, bound } = constraints[r];
      let used = 0;
      for (let k = 0; k < indices.length; k++) used += coefficients[k] * at[indices[k]];
      return bound - used;
    },
  };
}

/** Tells each item's best corner at its price. */
function visitHighest(
  envelopes: readonly Envelope[],
  constraints: readonly LinearConstraint[],
  prices: Float64Array,
  visit: (item: number, x: number, y: number, cost: number) => void,
): void {
  const cost = new Float64Array(envelopes.length);
  constraints.forEach(({ indices, coefficients }, r) => {
    if (prices[r] === 0) return;
    for (let k = 0; k < indices.length; k++) cost[indices[k]] += prices[r] * coefficients[k];
  });
  envelopes.forEach((own, item) => {
    const k = highestAbove(own, cost[item]);
    visit(item, own.x[k], own.y[k], cost[item]);
  });
}

function steepestOf(envelopes: readonly Envelope[]): number {
  let steepest = 0;
  for (const { x, y } of envelopes) {
    for (let k = 1; k < x.length; k++) {
      steepest = Math.max(steepest, Math.abs((y[k] - y[k - 1]) / (x[k] - x[k - 1])));
    }
  }
  return steepest;
}

/** The price of one constraint at which the bound turns from falling to rising. */
function lowestPrice(dual: Dual, prices: Float64Array, r: number, isPositive: boolean): number {
  const trial = prices.slice();
  const slope = (price: number): number => {
    trial[r] = price;
    return dual.slopeAt(trial, r);
  };
  const reach = Math.max(1, ...prices.map(Math.abs), dual.steepest) * 4;
  let low = isPositive ? 0 : -reach;
  let high = reach;
  if (slope(low) >= 0) return low;
  if (slope(high) <= 0) return high;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = low + (high - low) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}
