/** One row of an allocation: what is advised for some items together, and how sure the draws are of it. */

import { estimate } from "@mmm/model";
import { mean, quantile, sum } from "@mmm/numerics";
import type { AllocationRow } from "./allocation.js";
import type { PlanOutcome } from "../decision/plan-outcome.js";
import type { OptimaOfDraws } from "./optima-of-draws.js";
import { excessOf } from "../scenario/simulate-plan.js";
import type { Question } from "./question.js";

/** A change of less than this share of the budget is none. */
const STILL = 1e-6;

/** What rows are made of. */
export interface RowMatter {
  readonly before: PlanOutcome;
  readonly after: PlanOutcome;
  readonly optima: OptimaOfDraws | undefined;
  readonly spend: Float64Array;
  /** Mean outcome that a unit of the plan's money brings at its margin. */
  readonly price: number;
  readonly interval: number;
}

/** The row of some items, without its names. */
export function allocationRow(
  { surface, unit, space }: Question,
  { before, after, optima, spend, price, interval }: RowMatter,
  items: readonly number[],
): Omit<AllocationRow, "channel" | "cell"> {
  const { periods } = space;
  const moneyOf = (values: Float64Array): number =>
    items.reduce((total, item) => total + sum(values.subarray(item * periods, (item + 1) * periods)), 0);
  const [spendToday, money] = [moneyOf(surface.spend), moneyOf(spend)];
  const outcomeOf = (byItem: Float64Array): Float64Array => summed(byItem, items, space.items);
  const [today, planned] = [outcomeOf(before.byItem), outcomeOf(after.byItem)];
  const moved = money - spendToday;
  const helps = planned.map((value, draw) => value - today[draw] - price * moved);
  const extrapolation = Math.max(
    ...items.map((item) => excessOf(spend, surface.largestSpend[item], item, periods)),
  );
  const roiOf = (outcome: Float64Array, of: number) =>
    estimate(
      outcome.map((value) => value / of),
      interval,
    );
  return {
    ...{ spendToday, spend: money },
    outcomeToday: estimate(today, interval),
    outcome: estimate(planned, interval),
    ...(spendToday > 0 && { roiToday: roiOf(today, spendToday) }),
    ...(money > STILL * unit && { roi: roiOf(planned, money) }),
    marginalRoiToday: estimate(weightedMean(before.marginal, surface.spend, items, space), interval),
    marginalRoi: estimate(weightedMean(after.marginal, spend, items, space), interval),
    ...(optima && byDraws(optimumOf(optima.x, items, space), spendToday, moved, STILL * unit, interval)),
    probabilityMoveHelps:
      Math.abs(moved) <= STILL * unit ? 0.5 : mean(helps.map((value) => (value > 0 ? 1 : 0))),
    ...(extrapolation > 1 + 1e-9 && { extrapolation }),
  };
}

/** What single draws say of the money of a row. */
function byDraws(
  optimum: Float64Array,
  today: number,
  moved: number,
  still: number,
  interval: number,
): Required<Pick<AllocationRow, "optimum" | "probabilityOfRaise" | "direction">> {
  const tail = (1 - interval) / 2;
  const [low, high] = [quantile(optimum, tail), quantile(optimum, 1 - tail)];
  return {
    optimum: { low, median: quantile(optimum, 0.5), high },
    probabilityOfRaise: mean(optimum.map((value) => (value > today + still ? 1 : 0))),
    direction: directionOf(low, high, today, moved, still),
  };
}

function directionOf(
  low: number,
  high: number,
  today: number,
  moved: number,
  still: number,
): "raise" | "cut" | "unsettled" | "frozen" {
  if (high - low <= still && Math.abs(low - today) <= still) return "frozen";
  if (low > today + still && moved > still) return "raise";
  if (high < today - still && moved < -still) return "cut";
  return "unsettled";
}

/** [draw] Σ over items of what is [draw × item]. */
function summed(values: Float64Array, items: readonly number[], count: number): Float64Array {
  return Float64Array.from({ length: values.length / count }, (_, draw) =>
    items.reduce((total, item) => total + values[draw * count + item], 0),
  );
}

/** [draw] marginal returns of items, weighted by their money; evenly where they have none. */
function weightedMean(
  marginal: Float64Array,
  spend: Float64Array,
  items: readonly number[],
  { periods, items: count }: Question["space"],
): Float64Array {
  const money = items.map((item) => sum(spend.subarray(item * periods, (item + 1) * periods)));
  const all = money.reduce((total, value) => total + value, 0);
  return Float64Array.from({ length: marginal.length / count }, (_, draw) =>
    items.reduce(
      (total, item, k) =>
        total + marginal[draw * count + item] * (all > 0 ? money[k] / all : 1 / items.length),
      0,
    ),
  );
}

/** [draw] money of some items in the optima of draws [draw × variable]. */
function optimumOf(
  x: Float64Array,
  items: readonly number[],
  { size, isFlighted, periods }: Question["space"],
): Float64Array {
  return Float64Array.from({ length: x.length / size }, (_, k) =>
    items.reduce((total, item) => {
      if (isFlighted) return total + x[k * size + item];
      const from = k * size + item * periods;
      return total + sum(x.subarray(from, from + periods));
    }, 0),
  );
}
