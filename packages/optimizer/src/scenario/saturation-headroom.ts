/** Saturation headroom: how much of what a channel could ever bring it brings today. */

import { type Estimate, estimate, type ResponseSurface } from "@mmm/model";
import { type PlanOutcome, planOutcome } from "../decision/plan-outcome.js";
import { todayPlan } from "../decision/plan.js";
import { changedSpend } from "./simulator.js";
import type { SimulateOptions } from "./simulate-plan.js";

/** One channel's distance from its ceiling. */
export interface Headroom {
  readonly channel: string;
  /** Outcome today, as a share of the outcome at `reach` times today's spend. */
  readonly saturation: Estimate;
  /** Outcome that would be added by `reach` times today's spend. */
  readonly headroom: Estimate;
  /** Marginal ROI over ROI, both today: 1 on a straight line, near 0 at the ceiling, above 1 on the foot of an S. */
  readonly elasticity: Estimate;
}

/** Spend that stands for "as much as can be": a Hill curve of slope 1 at its half reaches 99 % of its ceiling there. */
const usualReach = 100;

/**
 * Headroom of every channel that spends today.
 *
 * @param surface  from `responseSurface`
 * @param options  factor on today's spend that stands for the ceiling (default 100), probability of the intervals
 * @returns        one row per channel with spend; what it says of the ceiling is the form of the model far beyond the data
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const [tv] = saturationHeadroom(responseSurface(await exampleFit(), { periods: 13, draws: 50 }));
 * tv.saturation.mean > 0 && tv.saturation.mean < 1; // => true
 */
export function saturationHeadroom(
  surface: ResponseSurface,
  { reach = usualReach, interval = 0.9 }: SimulateOptions & { readonly reach?: number } = {},
): readonly Headroom[] {
  const now = planOutcome(surface, surface.spend);
  const far = planOutcome(surface, changedSpend(todayPlan(surface), { change: reach - 1 }));
  return surface.channels.flatMap((channel, c) => {
    const own = channelOf(surface, now, far, c);
    if (own === undefined) return [];
    const { today, ceiling, marginal, spent } = own;
    const told = (of: (value: number, draw: number) => number) => estimate(today.map(of), interval);
    return [
      {
        channel,
        saturation: told((value, draw) => value / ceiling[draw]),
        headroom: told((value, draw) => ceiling[draw] - value),
        elasticity: told((value, draw) => (marginal[draw] * spent) / value),
      },
    ];
  });
}

/** [draw] what a channel brings today and at its ceiling, and one more unit today; undefined where it spends nothing. */
function channelOf(
  { cells, periods, draws, spend, largestSpend }: ResponseSurface,
  now: PlanOutcome,
  far: PlanOutcome,
  channel: number,
) {
  const items = cells.map((_, g) => channel * cells.length + g);
  const money = items.map((item) =>
    spend
      .subarray(item * periods.length, (item + 1) * periods.length)
      .reduce((total, value) => total + value, 0),
  );
  const spent = money.reduce((total, value) => total + value, 0);
  if (spent === 0) return undefined;
  const of = (values: Float64Array, weight: (k: number) => number): Float64Array =>
    Float64Array.from({ length: draws }, (_, draw) =>
      items.reduce((total, item, k) => total + weight(k) * values[draw * largestSpend.length + item], 0),
    );
  return {
    today: of(now.byItem, () => 1),
    ceiling: of(far.byItem, () => 1),
    marginal: of(now.marginal, (k) => money[k] / spent),
    spent,
  };
}
