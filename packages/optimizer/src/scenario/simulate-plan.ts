/** What a plan would bring, beside today's. */

import { makeIssue, throwIfErrors } from "@mmm/data";
import { type Estimate, estimate, type ResponseSurface } from "@mmm/model";
import { mean, sum } from "@mmm/numerics";
import type { Plan } from "../decision/plan.js";
import { type PlanOutcome, planOutcome } from "../decision/plan-outcome.js";

/** One channel of a scenario. */
export interface ScenarioChannel {
  readonly channel: string;
  readonly spendToday: number;
  readonly spend: number;
  readonly outcomeToday: Estimate;
  readonly outcome: Estimate;
  readonly lift: Estimate;
  /** Absent where nothing is spent. */
  readonly roi?: Estimate;
  readonly marginalRoi: Estimate;
  /** Largest spend of a period, as a multiple of the largest in the data; there where it is above 1. */
  readonly extrapolation?: number;
}

/** A plan and what it would bring. */
export interface Scenario {
  readonly plan: Plan;
  readonly spend: number;
  readonly spendToday: number;
  readonly outcome: Estimate;
  readonly outcomeToday: Estimate;
  /** Outcome less today's. */
  readonly lift: Estimate;
  /** Absent where nothing is spent. */
  readonly roi?: Estimate;
  readonly probabilityOfImprovement: number;
  readonly channels: readonly ScenarioChannel[];
}

/** How a scenario is told. */
export interface SimulateOptions {
  /** Probability of the intervals. Default 0.9. */
  readonly interval?: number;
}

/**
 * Simulates a plan: its incremental outcome by every draw, beside today's.
 *
 * Definition: as `ResponseSurface` counts outcome, carry-over from before the window and into the time after it included. Assumes
 * what `optimizeBudget` assumes; where a plan leaves the spend that the data show, the response is an extrapolation, and told.
 *
 * @param surface  from `responseSurface`
 * @param plan     spend [channel × cell × period], all ≥ 0
 * @param options  probability of the intervals
 * @returns        totals and one row per channel
 * @throws  {IssueError} `plan.wrong-spend`
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * simulatePlan(surface, todayPlan(surface)).lift.mean; // => 0
 */
export function simulatePlan(
  surface: ResponseSurface,
  plan: Plan,
  { interval = 0.9 }: SimulateOptions = {},
): Scenario {
  checkSpend(surface, plan);
  return describeScenario(surface, plan, planOutcome(surface, surface.spend), interval);
}

/** A scenario, where today's outcome is known already. */
export function describeScenario(
  surface: ResponseSurface,
  plan: Plan,
  before: PlanOutcome,
  interval: number,
): Scenario {
  const after = planOutcome(surface, plan.spend);
  const spend = sum(plan.spend);
  const lift = after.total.map((value, draw) => value - before.total[draw]);
  return {
    plan,
    ...{ spend, spendToday: sum(surface.spend) },
    outcome: estimate(after.total, interval),
    outcomeToday: estimate(before.total, interval),
    lift: estimate(lift, interval),
    ...(spend > 0 && {
      roi: estimate(
        after.total.map((value) => value / spend),
        interval,
      ),
    }),
    probabilityOfImprovement: mean(lift.map((value) => (value > 0 ? 1 : 0))),
    channels: surface.channels.map((channel, c) => ({
      channel,
      ...channelOf(surface, plan.spend, before, after, c, interval),
    })),
  };
}

function channelOf(
  { cells, periods, spend: today, largestSpend }: ResponseSurface,
  planned: Float64Array,
  before: PlanOutcome,
  after: PlanOutcome,
  channel: number,
  interval: number,
): Omit<ScenarioChannel, "channel"> {
  const size = cells.length * periods.length;
  const items = cells.map((_, g) => channel * cells.length + g);
  const [now, then] = [today, planned].map((spend) => spend.subarray(channel * size, (channel + 1) * size));
  const count = largestSpend.length;
  const of = (values: Float64Array, weight: (item: number) => number): Float64Array =>
    Float64Array.from(after.total, (_, draw) =>
      items.reduce((total, item) => total + weight(item) * values[draw * count + item], 0),
    );
  const [outcomeToday, outcome] = [before, after].map(({ byItem }) => of(byItem, () => 1));
  const [spendToday, spend] = [sum(now), sum(then)];
  const moneyOf = (item: number): number =>
    sum(planned.subarray(item * periods.length, (item + 1) * periods.length));
  const marginal = of(after.marginal, (item) => (spend > 0 ? moneyOf(item) / spend : 1 / cells.length));
  const most = Math.max(...items.map((item) => excessOf(planned, largestSpend[item], item, periods.length)));
  return {
    ...{ spendToday, spend },
    outcomeToday: estimate(outcomeToday, interval),
    outcome: estimate(outcome, interval),
    lift: estimate(
      outcome.map((value, draw) => value - outcomeToday[draw]),
      interval,
    ),
    ...(spend > 0 && {
      roi: estimate(
        outcome.map((value) => value / spend),
        interval,
      ),
    }),
    marginalRoi: estimate(marginal, interval),
    ...(most > 1 + 1e-9 && { extrapolation: most }),
  };
}

/** Largest spend of a period of an item over the largest in the data; 0 where nothing is spent, Infinity where nothing ever was. */
export function excessOf(spend: Float64Array, largest: number, item: number, periods: number): number {
  const own = spend.subarray(item * periods, (item + 1) * periods);
  const most = own.reduce((sofar, value) => Math.max(sofar, value), 0);
  return most === 0 ? 0 : most / largest;
}

function checkSpend(surface: ResponseSurface, { spend, channels, cells, periods }: Plan): void {
  const size = surface.spend.length;
  const wrong = spend.findIndex((value) => !(value >= 0 && value < Infinity));
  if (spend.length === size && wrong < 0) return;
  const item = Math.floor(wrong / periods.length);
  throwIfErrors([
    makeIssue({
      code: "plan.wrong-spend",
      place:
        wrong < 0
          ? {}
          : {
              channel: channels[Math.floor(item / cells.length)],
              cell: cells[item % cells.length],
              period: periods[wrong % periods.length],
            },
      rule: `a plan must have ${size} finite values ≥ 0`,
      got: wrong < 0 ? `${spend.length} values` : String(spend[wrong]),
      advice: "Spend nothing as 0.",
    }),
  ]);
}
