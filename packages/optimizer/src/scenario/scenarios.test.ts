import { mean } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { analyticSurface } from "../analytic-surface.contract.js";
import { planOutcome } from "../decision/plan-outcome.js";
import { spendOf, todayPlan } from "../decision/plan.js";
import { parseBudgetProblem } from "../problem/parse-budget-problem.js";
import { compareScenarios } from "./compare-scenarios.js";
import { budgetLevels, efficiencyFrontier } from "./frontier.js";
import { saturationHeadroom } from "./saturation-headroom.js";
import { sensitivity } from "./sensitivity.js";
import { simulatePlan } from "./simulate-plan.js";
import { makeSimulator } from "./simulator.js";

const surface = analyticSurface({ channels: 3, cells: 2, draws: 30, periods: 4 });
const today = todayPlan(surface);

describe("a simulator", () => {
  it("changes what is named and nothing else, in money or in per cent", () => {
    const base = makeSimulator(surface);
    const more = base.change({ channel: "channel1", cell: "cell0", change: 0.5 });
    expect(spendOf(more.plan, { channel: "channel1", cell: "cell0" })).toBeCloseTo(
      1.5 * spendOf(today, { channel: "channel1", cell: "cell0" }),
      10,
    );
    expect(spendOf(more.plan, { channel: "channel1", cell: "cell1" })).toBe(
      spendOf(today, { channel: "channel1", cell: "cell1" }),
    );
    const set = more.change({ channel: "channel2", period: "2024-01-08", spend: 12 });
    expect(spendOf(set.plan, { channel: "channel2", period: "2024-01-08" })).toBeCloseTo(12, 10);
    expect(set.changes).toHaveLength(2);
  });

  it("undoes, and leaves what it came from as it was", () => {
    const base = makeSimulator(surface);
    const changed = base.change({ change: -1 });
    expect(spendOf(changed.plan)).toBe(0);
    expect(changed.undo()).toBe(base);
    expect(base.undo()).toBe(base);
    expect(Array.from(base.plan.spend)).toEqual(Array.from(surface.spend));
  });

  it("spreads money evenly where nothing was spent", () => {
    const off = makeSimulator(surface).change({ channel: "channel0", spend: 0 });
    const on = off.change({ channel: "channel0", spend: 80 });
    expect(spendOf(on.plan, { channel: "channel0", cell: "cell1", period: "2024-01-01" })).toBeCloseTo(
      10,
      12,
    );
  });

  it("refuses what is no change, and names that nobody knows", () => {
    const base = makeSimulator(surface);
    expect(() => base.change({ channel: "channel0" })).toThrow(
      'channel "channel0": a change must have spend ≥ 0 or change ≥ -1, one of them, got neither. Write spend: 1000, or change: 0.2 for 20 % more.',
    );
    expect(() => base.change({ channel: "channel0", change: -2 })).toThrow("got change -2");
    expect(() => base.change({ channel: "chanel0", spend: 1 })).toThrow('Did you mean "channel0"?');
  });
});

describe("a scenario", () => {
  it("adds up over channels, and tells more than today's", () => {
    const plan = makeSimulator(surface).change({ channel: "channel0", change: 1 }).plan;
    const scenario = simulatePlan(surface, plan);
    const total = scenario.channels.reduce((sum, { outcome }) => sum + outcome.mean, 0);
    expect(total).toBeCloseTo(scenario.outcome.mean, 8);
    expect(scenario.lift.mean).toBeCloseTo(scenario.outcome.mean - scenario.outcomeToday.mean, 8);
    expect(scenario.probabilityOfImprovement).toBe(1);
    expect(scenario.channels[0]!.extrapolation).toBeCloseTo(2, 12);
    expect(scenario.channels[1]!.extrapolation).toBeUndefined();
  });

  it("has the marginal ROI of its differences", () => {
    const plan = makeSimulator(surface).change({ channel: "channel1", change: 0.3 }).plan;
    const more = makeSimulator(surface, plan).change({ channel: "channel1", change: 1e-5 });
    const money = 1e-5 * spendOf(plan, { channel: "channel1" });
    const difference = (more.simulate().outcome.mean - simulatePlan(surface, plan).outcome.mean) / money;
    expect(Math.abs(simulatePlan(surface, plan).channels[1]!.marginalRoi.mean / difference - 1)).toBeLessThan(
      1e-4,
    );
  });

  it("is compared with today's under its name", () => {
    const more = makeSimulator(surface).change({ change: 0.1 }).plan;
    const rows = compareScenarios(surface, { more });
    expect(rows.map(({ name }) => name)).toEqual(["today", "more"]);
    expect(rows[0]!.lift.mean).toBe(0);
    expect(rows[1]!.spend / rows[0]!.spend).toBeCloseTo(1.1, 12);
  });

  it("refuses spend that is none", () => {
    const spend = surface.spend.slice();
    spend[5] = -1;
    expect(() => simulatePlan(surface, { ...today, spend })).toThrow(
      'channel "channel0", cell "cell1", period 2024-01-08: a plan must have 24 finite values ≥ 0, got -1. Spend nothing as 0.',
    );
  });
});

describe("sensitivity, levels, frontier and headroom", () => {
  it("sensitivity is what a change of one channel alone does", () => {
    const rows = sensitivity(surface, { changes: [-0.2, 0.5] });
    const alone = makeSimulator(surface).change({ channel: "channel2", change: 0.5 }).simulate();
    const row = rows.find(({ channel, change }) => channel === "channel2" && change === 0.5)!;
    expect(row.lift.mean).toBeCloseTo(alone.lift.mean, 8);
    expect(row.spend).toBeCloseTo(0.5 * spendOf(today, { channel: "channel2" }), 10);
    expect(rows).toHaveLength(6);
  });

  it("the frontier rises and flattens, and its slope is what one more unit brings", () => {
    const points = efficiencyFrontier(surface, parseBudgetProblem({}), { levels: [0.5, 0.99, 1, 1.01, 2] });
    const best = points.map((point) => point.best!);
    for (let k = 1; k < best.length; k++) {
      expect(best[k]!.value).toBeGreaterThan(best[k - 1]!.value);
      expect(best[k]!.marginalReturn).toBeLessThan(best[k - 1]!.marginalReturn);
    }
    const slope = (best[3]!.value - best[1]!.value) / (points[3]!.budget - points[1]!.budget);
    expect(Math.abs(best[2]!.marginalReturn / slope - 1)).toBeLessThan(1e-3);
    expect(budgetLevels(surface, parseBudgetProblem({})).map(({ timesToday }) => timesToday)).toEqual([
      0.9, 1, 1.1, 1.2, 1.5,
    ]);
  });

  it("a budget that limits leave no plan for has none, and says why", () => {
    const problem = parseBudgetProblem({ limits: [{ each: "channel", atMost: 200 }] });
    const [, beyond] = efficiencyFrontier(surface, problem, { levels: [0.5, 3] });
    expect(beyond!.best).toBeUndefined();
    expect(beyond!.conflict).toContain("channel0");
  });

  it("headroom and saturation make up the ceiling", () => {
    const { total, byItem } = planOutcome(surface, surface.spend);
    const rows = saturationHeadroom(surface);
    rows.forEach(({ saturation, headroom, elasticity }, c) => {
      const own = mean(total.map((_, draw) => byItem[draw * 6 + 2 * c]! + byItem[draw * 6 + 2 * c + 1]!));
      expect(saturation.mean).toBeGreaterThan(0);
      expect(saturation.mean).toBeLessThan(1);
      expect(headroom.mean).toBeGreaterThan(0);
      expect(own).toBeGreaterThan(0);
      // A concave curve gains less by one unit more than by the mean one.
      expect(elasticity.mean).toBeLessThan(1);
    });
  });
});
