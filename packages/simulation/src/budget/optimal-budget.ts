/** The budget that would have brought most in a market whose response curves are known. */

import { throwIfErrors } from "@mmm/data";
import { minimizeWithin, type MinimumOutcome, sumBox, type SumBox } from "@mmm/numerics/optimization";
import type { Market } from "../simulate-market.js";
import { allocateInSteps } from "./allocate-in-steps.js";
import type { BudgetBounds, BudgetRequest } from "./budget-request.js";
import { checkBudget } from "./check-budget.js";
import { type RevenueCurve, trueRevenue } from "./true-revenue.js";

/** A channel in the optimal budget. */
export interface ChannelBudget {
  readonly name: string;
  /** Money in the window. */
  readonly spend: number;
  /** As a factor of what was spent: on the spend of every cell and period. */
  readonly multiplier: number;
  /** Money that it brings. */
  readonly revenue: number;
  /** Money that a further unit would bring; the same for all channels that no bound holds. */
  readonly marginalRoi: number;
}

/** The best allocation of a total. */
export interface OptimalBudget {
  /** How the search ended; `"converged"` where it found the optimum. */
  readonly outcome: MinimumOutcome;
  readonly total: number;
  /** In the order of the data. */
  readonly channels: readonly ChannelBudget[];
  /** Σ revenue of the channels. */
  readonly revenue: number;
  /** The same at what was spent. */
  readonly revenueAsSpent: number;
}

/** Steps in which a total is first given out; the search goes on from there without steps. */
const steps = 100;
/** Slopes at no budget at all may be infinite: what is below this share of the total counts as this share. */
const tiny = 1e-9;

/**
 * The allocation of a total to channels that brings most revenue on the true response curves, with flighting and the split
 * over cells as they were:
 *
 *     max Σ_c revenue_c(budget_c)   where   Σ_c budget_c = total,   least_c ≤ budget_c ≤ most_c
 *
 * Curves may be S-shaped: the best allocation in hundredths of the total is found exactly, and a search by projected
 * gradients starts from it.
 *
 * @param market   data and truth, from `simulateMarket`
 * @param request  `total`, `bounds` by channel, `carryOverPeriods`
 * @returns        the budget, with what it brings
 * @throws  {IssueError} `market.unknown-channel`, `market.budget-total`, `market.budget-bounds`, `market.budget-infeasible`
 * @throws  {RangeError} when `carryOverPeriods` is not a whole number ≥ 0
 * @source  birgin2000 the search
 * @example
 * const market = simulateMarket(marketPresets.small, 1);
 * const { outcome, channels, revenue, revenueAsSpent } = optimalBudget(market);
 * outcome; // => "converged"
 * revenue > revenueAsSpent; // => true
 * const [search, tv] = channels.map(({ marginalRoi }) => marginalRoi);
 * Math.abs(search - tv) < 1e-6; // => true
 */
export function optimalBudget(
  market: Market,
  { total: asked, bounds = {}, carryOverPeriods = 0 }: BudgetRequest = {},
): OptimalBudget {
  const { channels } = market.truth;
  const total = asked ?? channels.reduce((sum, { totalSpend }) => sum + totalSpend, 0);
  checkCarryOver(carryOverPeriods);
  throwIfErrors(
    checkBudget(
      total,
      bounds,
      channels.map(({ name }) => name),
    ),
  );
  const curves = channels.map((channel) => trueRevenue(market, channel, carryOverPeriods));
  const set = shareSet(curves, bounds, total);
  // Both ways in one size: shares of the total, revenue per unit of it.
  const objective = (shares: Float64Array, gradient: Float64Array): number =>
    curves.reduce((lost, curve, c) => {
      const { revenue, slope } = curve.at(total * Math.max(tiny, shares[c]!));
      gradient[c] = -slope;
      return lost - revenue / total;
    }, 0);
  const { point, outcome } = minimizeWithin(objective, bestInSteps(curves, set, total), set);
  return describeBudget(curves, point, total, outcome);
}

function checkCarryOver(periods: number): void {
  if (Number.isInteger(periods) && periods >= 0) return;
  throw new RangeError(
    `optimalBudget: carryOverPeriods must be a whole number ≥ 0, got ${periods}. Leave it out to count the window alone.`,
  );
}

function shareSet(
  curves: readonly RevenueCurve[],
  bounds: Readonly<Record<string, BudgetBounds>>,
  total: number,
): SumBox {
  const lower = Float64Array.from(curves, ({ name }) => (bounds[name]?.least ?? 0) / total);
  const upper = Float64Array.from(curves, ({ name }) => Math.min(1, (bounds[name]?.most ?? total) / total));
  // Bounds that leave no choice may miss 1 by rounding.
  const most = upper.reduce((sum, share) => sum + share, 0);
  const least = lower.reduce((sum, share) => sum + share, 0);
  return sumBox({ lower, upper, sum: Math.min(most, Math.max(least, 1)) });
}

/** Shares of the total; those that bounds cut off are mended by the search, which starts inside its set. */
function bestInSteps(curves: readonly RevenueCurve[], { lower, upper }: SumBox, total: number): Float64Array {
  const free = 1 - lower.reduce((sum, share) => sum + share, 0);
  if (!(free > 0)) return lower.slice();
  const step = free / steps;
  const values = curves.map((curve, c) => {
    const room = Math.ceil((upper[c]! - lower[c]!) / step - tiny);
    return Float64Array.from({ length: Math.min(steps, room) + 1 }, (_, k) => {
      const share = Math.min(upper[c]!, lower[c]! + k * step);
      return curve.at(total * share).revenue;
    });
  });
  const taken = allocateInSteps(values, steps);
  return lower.map((share, c) => Math.min(upper[c]!, share + taken[c]! * step));
}

function describeBudget(
  curves: readonly RevenueCurve[],
  shares: Float64Array,
  total: number,
  outcome: MinimumOutcome,
): OptimalBudget {
  const channels = curves.map((curve, c) => {
    const spend = total * shares[c]!;
    const { revenue, slope } = curve.at(Math.max(spend, tiny * total));
    return { name: curve.name, spend, multiplier: spend / curve.spent, revenue, marginalRoi: slope };
  });
  return {
    ...{ outcome, total, channels },
    revenue: channels.reduce((sum, { revenue }) => sum + revenue, 0),
    revenueAsSpent: curves.reduce((sum, curve) => sum + curve.at(curve.spent).revenue, 0),
  };
}
