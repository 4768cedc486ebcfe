/** Sensitivity: what happens when one channel gets more or less and nothing else changes. */

import { type Estimate, estimate, type ResponseSurface } from "@mmm/model";
import { planOutcome } from "../decision/plan-outcome.js";
import { todayPlan } from "../decision/plan.js";
import { changedSpend } from "./simulator.js";
import type { SimulateOptions } from "./simulate-plan.js";

/** One channel under one change. */
export interface SensitivityRow {
  readonly channel: string;
  /** Relative change of its spend: −0.1 is 10 % less. */
  readonly change: number;
  /** Money more or less. */
  readonly spend: number;
  /** Outcome more or less. */
  readonly lift: Estimate;
}

const usualChanges = [-0.5, -0.2, -0.1, 0.1, 0.2, 0.5];

/**
 * Changes each channel by itself. Channels add up, so that one plan answers for all of them at once.
 *
 * @param surface  from `responseSurface`
 * @param options  relative changes ≥ −1 (default ±10, ±20, ±50 %), probability of the intervals
 * @returns        one row per channel and change, channel by channel
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const rows = sensitivity(responseSurface(await exampleFit(), { periods: 13, draws: 50 }), { changes: [-0.1, 0.1] });
 * rows.length; // => 6
 * rows[0].lift.mean < 0 && rows[1].lift.mean > 0; // => true
 */
export function sensitivity(
  surface: ResponseSurface,
  { changes = usualChanges, interval = 0.9 }: SimulateOptions & { readonly changes?: readonly number[] } = {},
): readonly SensitivityRow[] {
  const today = todayPlan(surface);
  const before = planOutcome(surface, surface.spend);
  const items = surface.largestSpend.length;
  const cells = surface.cells.length;
  const after = changes.map((change) => planOutcome(surface, changedSpend(today, { change })));
  const ofChannel = (byItem: Float64Array, draw: number, channel: number): number => {
    const from = draw * items + channel * cells;
    return byItem.subarray(from, from + cells).reduce((total, value) => total + value, 0);
  };
  const size = cells * surface.periods.length;
  return surface.channels.flatMap((channel, c) => {
    const money = surface.spend.subarray(c * size, (c + 1) * size).reduce((total, value) => total + value, 0);
    return changes.map((change, k) => ({
      channel,
      change,
      spend: change * money,
      lift: estimate(
        before.total.map(
          (_, draw) => ofChannel(after[k].byItem, draw, c) - ofChannel(before.byItem, draw, c),
        ),
        interval,
      ),
    }));
  });
}
