/** What it would be worth to know more before deciding: everything, or the responses of one channel. */

import type { Question } from "./question.js";
import type { Solution, Task } from "../solve/solution.js";
import { type Curve, curvaturesAt, curveAt, riseOf } from "../solve/curve.js";
import { climb } from "../solve/climb.js";
import { mean } from "@mmm/numerics";
import { evenTable } from "./even-table.js";
import { explainedBy } from "./explained-by.js";
import { type LinearConstraint, type Polytope, projectOntoPolytope } from "@mmm/numerics/optimization";
import { envelopeOf } from "../solve/envelope.js";
import { relax } from "../solve/relax.js";

/** Worth of knowing the responses of one channel. */
export interface ChannelInformation {
  readonly channel: string;
  /** Expected gain of outcome from knowing its responses exactly before deciding, ≥ 0. */
  readonly value: number;
}

/** Amounts of a channel's money that are tried. */
const POINTS = 17;
/** Those at which what a channel brings stands for its responses: between nothing and the optimum, there, and beyond. */
const EXPLAINING = [4, 8, 12] as const;

/**
 * Expected value of partial perfect information, channel by channel:
 *
 *     E over draws of max over plans E[outcome | this channel's responses] − max over plans E[outcome]
 *
 * Plans are, for every amount of the channel's money, the best allocation of the rest by mean curves. What they bring in the channel
 * itself its responses say; what they bring in the others is regressed, over the draws, on what the channel brings at three amounts, so that
 * knowing a channel also says what its correlation with others tells. Amounts are tried on a grid; between its points nothing is gained,
 * so that the estimate is slightly low.
 *
 * @returns  one row per channel in the order of the surface; empty where flighting is optimized
 * @source strong2014
 */
export function valueOfInformation(
  question: Question,
  task: Task,
  solution: Solution,
): readonly ChannelInformation[] {
  const { surface, source, space } = question;
  if (!space.isFlighted) return [];
  const curves = evenTable(source, task.set, solution.x);
  const cells = surface.cells.length;
  const paths = surface.channels.map((_, channel) => pathOf(task, solution, curves, channel, cells));
  const outcomes = paths.map(() => Array.from({ length: POINTS }, () => new Float64Array(source.draws)));
  const spend = new Float64Array(surface.spend.length);
  const byItem = new Float64Array(space.items);
  const gradient = new Float64Array(surface.spend.length);
  for (let k = 0; k < POINTS; k++) {
    // Channels add up, so that one plan serves all: every channel at its own k-th amount.
    for (let item = 0; item < space.items; item++) {
      const money = paths[Math.floor(item / cells)].plans[k][item];
      for (let t = 0; t < space.periods; t++)
        spend[item * space.periods + t] = space.share[item * space.periods + t] * money;
    }
    for (let draw = 0; draw < source.draws; draw++) {
      surface.evaluate(draw, spend, byItem, gradient);
      byItem.forEach((value, item) => (outcomes[Math.floor(item / cells)][k][draw] += value));
    }
  }
  const grids = paths.map(({ amounts }, channel) => ({ amounts, outcomes: outcomes[channel] }));
  return surface.channels.map((channel, c) => {
    const known = EXPLAINING.map((k) => outcomes[c][k]);
    const others = paths[c].plans.map((plan, k) => {
      const sums = new Float64Array(source.draws).fill(paths[c].others[k]);
      if (paths[c].others[k] > -Infinity) addDepartures(sums, plan, grids, c, cells);
      return sums;
    });
    const explained = explainedBy(known, others);
    return { channel, value: gainOf(explained, outcomes[c]) };
  });
}

/** What a channel brings at amounts of its money, draw by draw. */
interface Grid {
  readonly amounts: readonly number[];
  /** [amount][draw] */
  readonly outcomes: readonly Float64Array[];
}

/** Adds to [draw] by how much the other channels together bring more or less than on average under a plan. */
function addDepartures(
  sums: Float64Array,
  plan: Float64Array,
  grids: readonly Grid[],
  channel: number,
  cells: number,
): void {
  grids.forEach(({ amounts, outcomes }, other) => {
    if (other === channel) return;
    const money = plan.subarray(other * cells, (other + 1) * cells).reduce((total, own) => total + own, 0);
    let k = 0;
    while (k < POINTS - 2 && amounts[k + 1] < money) k++;
    const width = amounts[k + 1] - amounts[k];
    const share = width > 0 ? Math.min(Math.max((money - amounts[k]) / width, 0), 1) : 0;
    const [low, high] = [outcomes[k], outcomes[k + 1]];
    const usual = mean(low) + share * (mean(high) - mean(low));
    for (let draw = 0; draw < sums.length; draw++) {
      sums[draw] += low[draw] + share * (high[draw] - low[draw]) - usual;
    }
  });
}

/** E[max] − max E over the amounts: what the others bring by each, as far as it is explained, and the channel itself. */
function gainOf(others: readonly Float64Array[], outcomes: readonly Float64Array[]): number {
  const draws = outcomes[0].length;
  let known = 0;
  const unknown = new Float64Array(outcomes.length);
  for (let draw = 0; draw < draws; draw++) {
    let best = -Infinity;
    outcomes.forEach((own, k) => {
      const value = own[draw] + others[k][draw];
      unknown[k] += value / draws;
      best = Math.max(best, value);
    });
    known += best / draws;
  }
  return Math.max(0, known - unknown.reduce((most, value) => Math.max(most, value), -Infinity));
}

/** The best plans by mean curves for amounts of one channel's money, and what the other channels bring in them. */
function pathOf(
  task: Task,
  solution: Solution,
  curves: readonly Curve[],
  channel: number,
  cells: number,
): {
  readonly plans: readonly Float64Array[];
  readonly others: Float64Array;
  readonly amounts: readonly number[];
} {
  const own = Array.from({ length: cells }, (_, g) => channel * cells + g);
  const [least, most] = amountsOf(task, own);
  const at = own.reduce((total, i) => total + solution.x[i], 0);
  const plans: Float64Array[] = [];
  const amounts: number[] = [];
  const others = new Float64Array(POINTS).fill(-Infinity);
  for (let k = 0; k < POINTS; k++) {
    // The middle point is the optimum itself, so that what is compared with it is never worse.
    const middle = (POINTS - 1) / 2;
    const share = k <= middle ? k / middle : (k - middle) / middle;
    const amount = k <= middle ? least + (at - least) * share : at + (most - at) * share * share;
    const plan = k === middle ? solution.x : planWith(task, solution, curves, own, amount);
    plans.push(plan ?? solution.x);
    amounts.push(own.reduce((total, i) => total + plans[k][i], 0));
    if (plan === undefined) continue;
    others[k] = curves.reduce(
      (total, curve, i) => (own.includes(i) ? total : total + curveAt(curve, plan[i]).value),
      0,
    );
  }
  return { plans, others, amounts };
}

function amountsOf({ set, unit }: Task, own: readonly number[]): readonly [number, number] {
  const sum = (values: Float64Array): number => own.reduce((total, i) => total + values[i], 0);
  return [sum(set.lower), Math.min(sum(set.upper), unit)];
}

/** The best plan by the curves in which a channel gets an amount; undefined where the limits allow none. */
function planWith(
  task: Task,
  solution: Solution,
  curves: readonly Curve[],
  own: readonly number[],
  amount: number,
): Float64Array | undefined {
  const { constraints } = solution.polytope;
  if (constraints.length === 1)
    return filledPlan(curves, solution.polytope, own, amount, constraints[0].bound);
  const set = { ...solution.polytope, constraints: [...constraints, sumOf(own, amount)] };
  const start = projectOntoPolytope(solution.x, set);
  if (start.kind === "empty") return undefined;
  const curvature = curvaturesAt(curves, start.point);
  const { unit, worth } = task;
  return climb(riseOf(curves), set, start.point, { unit, worth, curvature, tolerance: 1e-5, iterations: 50 })
    .x;
}

/** Where the budget is the only constraint, the channel and the others each fill up the steepest pieces of their envelopes. */
function filledPlan(
  curves: readonly Curve[],
  { lower, upper }: Polytope,
  own: readonly number[],
  amount: number,
  budget: number,
): Float64Array | undefined {
  const others = curves.flatMap((_, i) => (own.includes(i) ? [] : [i]));
  const x = new Float64Array(curves.length);
  const parts = [
    [own, amount],
    [others, budget - amount],
  ] as const;
  for (const [items, money] of parts) {
    const least = items.reduce((total, i) => total + lower[i], 0);
    const most = items.reduce((total, i) => total + upper[i], 0);
    if (money < least * (1 - 1e-9) - 1e-9 * budget || money > most * (1 + 1e-9)) return undefined;
    const envelopes = items.map((i) => envelopeOf(curves[i]));
    const all = items.map((_, k) => k);
    const filled = relax(envelopes, [sumOf(all, money)], new Float64Array(1));
    items.forEach((i, k) => (x[i] = filled.x[k]));
  }
  return x;
}

function sumOf(items: readonly number[], money: number): LinearConstraint {
  const coefficients = new Float64Array(items.length).fill(1);
  return { indices: Int32Array.from(items), coefficients, kind: "equal", bound: money };
}
