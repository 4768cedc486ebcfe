/** Whether a budget can be spent: bounds of channels that exist, around a total that they allow. */

import { didYouMean, type Issue, makeIssue, showValue } from "@mmm/data";
import type { BudgetBounds } from "./budget-request.js";

/** Everything that is wrong with a total and bounds, all at once. */
export function checkBudget(
  total: number,
  bounds: Readonly<Record<string, BudgetBounds>>,
  channels: readonly string[],
): readonly Issue[] {
  const issues = [
    ...checkTotal(total),
    ...Object.entries(bounds).flatMap(([name, bound]) => checkBounds(name, bound, channels)),
  ];
  return issues.length > 0 ? issues : checkSum(total, bounds, channels);
}

function checkTotal(total: number): readonly Issue[] {
  if (total > 0 && total < Infinity) return [];
  return [
    makeIssue({
      code: "market.budget-total",
      place: { path: "budget.total" },
      rule: "must be finite and > 0",
      got: showValue(total),
      advice: "Leave it out for what was spent.",
    }),
  ];
}

function checkBounds(
  name: string,
  { least = 0, most = Infinity }: BudgetBounds,
  channels: readonly string[],
) {
  const place = { channel: name, path: `budget.bounds.${name}` };
  if (!channels.includes(name)) {
    return [
      makeIssue({
        code: "market.unknown-channel",
        place,
        rule: "must be a channel of the market",
        got: showValue(name),
        allowed: channels.join(", "),
        advice: didYouMean(name, channels, "Choose one of them."),
      }),
    ];
  }
  if (least >= 0 && least <= most && least < Infinity) return [];
  return [
    makeIssue({
      code: "market.budget-bounds",
      place,
      rule: "bounds must be 0 ≤ least ≤ most",
      got: `${showValue(least)} and ${showValue(most)}`,
      advice: "Change one of the two.",
    }),
  ];
}

function checkSum(
  total: number,
  bounds: Readonly<Record<string, BudgetBounds>>,
  channels: readonly string[],
): readonly Issue[] {
  const least = channels.reduce((sum, name) => sum + (bounds[name]?.least ?? 0), 0);
  const most = channels.reduce((sum, name) => sum + (bounds[name]?.most ?? Infinity), 0);
  if (least <= total && total <= most) return [];
  return [
    makeIssue({
      code: "market.budget-infeasible",
      place: { path: "budget.total" },
      rule: `bounds allow totals from ${showValue(least)} to ${showValue(most)}`,
      got: showValue(total),
      advice: "Widen the bounds or change the total.",
    }),
  ];
}
