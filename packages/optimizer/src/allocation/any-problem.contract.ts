/** Random budget problems that have a solution: sizes, bounds, groups, zeros, equal bounds, budgets at the edge. */

import type { ResponseSurface } from "@mmm/model";
import fc from "fast-check";
import { analyticSurface } from "../analytic-surface.contract.js";
import type { BudgetProblemInput, LimitInput } from "../problem/problem-schema.js";

/** A surface, a problem about it, and a plan that satisfies the problem. */
export interface AnyProblem {
  readonly surface: ResponseSurface;
  readonly input: BudgetProblemInput;
  /** [channel] */
  readonly plan: readonly number[];
}

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);

/** Problems around a plan that is drawn first, so that each can be solved; bounds often touch it. */
export function anyProblem(slope: number): fc.Arbitrary<AnyProblem> {
  return fc
    .record({
      channels: fc.integer({ min: 1, max: 6 }),
      seed: fc.integer({ min: 1, max: 10_000 }),
      draws: fc.integer({ min: 1, max: 4 }),
      plan: fc.array(
        fc.oneof(
          fc.constant<number>(0),
          share.map((s) => Math.round(200 * s)),
        ),
        { minLength: 6, maxLength: 6 },
      ),
      bounds: fc.array(
        fc.record({ kind: fc.constantFrom("none", "none", "at", "between", "equal"), room: share }),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
      groups: fc.array(
        fc.record({
          members: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
          side: fc.constantFrom("atLeast", "atMost", "shareAtMost", "shareAtLeast"),
          slack: fc.oneof(fc.constant(0), share),
        }),
        { maxLength: 3 },
      ),
      objective: fc.constantFrom("mean" as const, "mean" as const, {
        kind: "mean-minus-risk" as const,
        aversion: 0.5,
      }),
    })
    .map(({ channels, seed, draws, plan, bounds, groups, objective }) => {
      const own = plan.slice(0, channels).map(Number);
      if (!own.some((value) => value > 0)) own[0] = 100;
      const budget = own.reduce((total, value) => total + value, 0);
      const limits: LimitInput[] = [];
      own.forEach((value, i) => {
        const { kind, room } = bounds[i];
        if (kind === "at") limits.push({ channel: `channel${i}`, atMost: value });
        if (kind === "between")
          limits.push({ channel: `channel${i}`, atLeast: value * room, atMost: value + room * budget });
        if (kind === "equal") limits.push({ channel: `channel${i}`, atLeast: value, atMost: value });
      });
      for (const { members, side, slack } of groups) {
        const channel = own.flatMap((_, i) => (members[i] ? [`channel${i}`] : []));
        if (channel.length < 2) continue;
        const sum = own.reduce((total, value, i) => total + (members[i] ? value : 0), 0);
        const most = sum + slack * budget;
        const least = sum * (1 - slack);
        // Shares are rounded outwards, because a rounded one may leave no plan.
        if (side === "atMost") limits.push({ channel, atMost: most });
        if (side === "atLeast") limits.push({ channel, atLeast: least });
        if (side === "shareAtMost")
          limits.push({ channel, shareAtMost: Math.min(1, Math.ceil((1e6 * most) / budget) / 1e6) });
        if (side === "shareAtLeast")
          limits.push({ channel, shareAtLeast: Math.floor((1e6 * least) / budget) / 1e6 });
      }
      const surface = analyticSurface({ channels, seed, draws, periods: 2, slope });
      return { surface, plan: own, input: { budget, limits, objective } };
    });
}
