/** The best budget by a fit beside the best budget by the truth, and what both would truly bring. */

import { type Fit, responseSurface } from "@mmm/model";
import { optimizeBudget, parseBudgetProblem } from "@mmm/optimizer";
import { type Market, optimalBudget, trueResponse } from "@mmm/simulation";
import { formatNumber, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";

/** Draws behind the plan; enough to show, quick to have. */
const draws = 400;

/** Advice and truth of a simulated market, for the money that was spent. */
export interface BudgetComparison {
  readonly channels: readonly {
    readonly channel: string;
    readonly today: number;
    readonly plan: number;
    readonly trueOptimum: number;
  }[];
  /** What the market would truly bring. */
  readonly trueOutcome: { readonly today: number; readonly plan: number; readonly optimum: number };
  /** What the fit says that the plan brings more, and with which probability it is better at all. */
  readonly lift: { readonly mean: number; readonly low: number; readonly high: number };
  readonly probabilityOfImprovement: number;
}

/** Optimizes the same money by the fit and by the truth, over the whole window, carry-over past it left aside. */
export function compareBudgets(fitted: Fit, market: Market): BudgetComparison | undefined {
  const { periods } = fitted.dataset;
  const surface = responseSurface(fitted, { periods: periods.length, tail: 0, history: 0, draws });
  const advice = optimizeBudget(surface, parseBudgetProblem({}), { optimumDraws: 0 });
  // Today's money without a limit always leaves a plan.
  if (advice.kind === "infeasible") return undefined;
  const best = optimalBudget(market);
  const each = surface.cells.length * periods.length;
  const trueOutcome = advice.channels.reduce(
    (total, { channel }, c) =>
      total +
      trueResponse(market, channel, advice.plan.spend.subarray(c * each, (c + 1) * each), {
        measure: "revenue",
      }),
    0,
  );
  return {
    channels: advice.channels.map(({ channel, spendToday, spend }) => ({
      ...{ channel, today: spendToday, plan: spend },
      trueOptimum: best.channels.find(({ name }) => name === channel)!.spend,
    })),
    trueOutcome: { today: best.revenueAsSpent, plan: trueOutcome, optimum: best.revenue },
    lift: advice.lift,
    probabilityOfImprovement: advice.probabilityOfImprovement,
  };
}

/** The comparison as a table and two lines. */
export function describeBudgets({
  channels,
  trueOutcome,
  lift,
  probabilityOfImprovement,
}: BudgetComparison): string {
  const table = formatTable({
    headers: ["channel", "today", "best by\nthe fit", "best by\nthe truth"],
    rows: channels.map(({ channel, today, plan, trueOptimum }) => [
      ...[channel, formatNumber(today), formatNumber(plan), formatNumber(trueOptimum)],
    ]),
  });
  const { today, plan, optimum } = trueOutcome;
  const [gained, possible] = [plan - today, optimum - today];
  return [
    table,
    "",
    `The fit expects ${formatNumber(lift.mean)} more (${formatNumber(lift.low)} – ${formatNumber(lift.high)}), with probability ${formatShare(probabilityOfImprovement)} of any.`,
    `Truly it brings ${formatNumber(gained)} more, of ${formatNumber(possible)} that the true optimum would.`,
  ].join("\n");
}
