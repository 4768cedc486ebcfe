import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type AnalyticItem, analyticSurface } from "../analytic-surface.contract.js";
import type { BudgetProblemInput } from "../problem/problem-schema.js";
import { parseBudgetProblem } from "../problem/parse-budget-problem.js";
import type { Allocation } from "./allocation.js";
import type { Objective } from "../objective/objective.js";
import { simulatePlan } from "../scenario/simulate-plan.js";
import { optimizeBudget } from "./optimize-budget.js";

interface Reference {
  readonly names: readonly string[];
  readonly periods: number;
  readonly spend: readonly number[];
  readonly items: readonly (readonly AnalyticItem[])[];
  readonly objective: BudgetProblemInput["objective"];
  readonly budget: number;
  readonly limits: BudgetProblemInput["limits"];
  readonly x: readonly number[];
  readonly value: number;
}

const references = JSON.parse(
  readFileSync(new URL("optimize-budget.reference.json", import.meta.url), "utf8"),
) as readonly Reference[];

/** The allocation, where there must be one. */
function allocated(...[surface, problem, options]: Parameters<typeof optimizeBudget>): Allocation {
  const found = optimizeBudget(surface, problem, { optimumDraws: 5, ...options });
  if (found.kind === "infeasible") throw new Error(found.conflict.message);
  return found;
}

describe("on concave problems", () => {
  it.each(references.map((reference, k) => ({ k, reference })))(
    "the optimum is that of scipy's SLSQP within 1e-6 (problem $k)",
    ({ reference }) => {
      const { names, periods, spend, items, objective, budget, limits, x, value } = reference;
      const surface = analyticSurface({ names, periods, drawn: items, spend: Float64Array.from(spend) });
      const best = allocated(surface, parseBudgetProblem({ objective, budget, limits }));
      expect(best.solver.status).toBe("optimal");
      expect(Math.abs(best.objective.value / value - 1)).toBeLessThan(1e-6);
      expect(best.objective.value).toBeGreaterThan(value * (1 - 1e-9));
      best.channels.forEach((row, i) => expect(Math.abs(row.spend - x[i]!)).toBeLessThan(1e-6 * budget));
    },
  );
});

describe("an allocation", () => {
  const surface = analyticSurface({ channels: 4, draws: 60, seed: 5 });

  it("adds up, brings what it says, and is no worse than today's by its objective", () => {
    const best = allocated(surface, parseBudgetProblem({}), { optimumDraws: 60 });
    const sum = (of: (row: Allocation["channels"][number]) => number): number =>
      best.channels.reduce((total, row) => total + of(row), 0);
    expect(sum(({ spend }) => spend)).toBeCloseTo(best.spend, 8);
    expect(best.spend).toBeCloseTo(best.spendToday, 8);
    expect(sum(({ outcome }) => outcome.mean)).toBeCloseTo(best.outcome.mean, 8);
    const scenario = simulatePlan(surface, best.plan);
    expect(scenario.outcome.mean).toBeCloseTo(best.objective.value, 8);
    expect(scenario.lift.mean).toBeCloseTo(best.lift.mean, 8);
    expect(best.objective.value).toBeGreaterThan(best.objective.today);
  });

  it("has equal marginal returns where nothing holds them, which is the price of the budget", () => {
    const best = allocated(surface, parseBudgetProblem({}));
    for (const { spend, marginalRoi } of best.channels) {
      if (spend > 0) expect(Math.abs(marginalRoi.mean / best.marginalReturn - 1)).toBeLessThan(1e-6);
      else expect(marginalRoi.mean).toBeLessThan(best.marginalReturn);
    }
    expect(best.channels.filter(({ spend }) => spend > 0).length).toBeGreaterThan(1);
  });

  it("has a smaller regret than today's plan, by what it gains; knowing one channel is worth less than knowing all", () => {
    const best = allocated(surface, parseBudgetProblem({}), { optimumDraws: 60 });
    expect(best.regret!.today - best.regret!.plan).toBeCloseTo(best.lift.mean, 6);
    expect(best.information!.perfect).toBe(best.regret!.plan);
    for (const { value } of best.information!.channels) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(best.information!.perfect * 1.05);
    }
  });

  it("knows nothing better where draws agree, and says so of one draw", () => {
    for (const draws of [1, 3]) {
      const sure = analyticSurface({ channels: 3, draws, spread: 0 });
      const best = allocated(sure, parseBudgetProblem({}));
      expect(best.information!.perfect).toBeLessThan(1e-6 * best.outcome.mean);
      for (const { value } of best.information!.channels)
        expect(value).toBeLessThan(1e-6 * best.outcome.mean);
      expect(best.probabilityOfImprovement).toBe(1);
      for (const { direction } of best.channels) expect(["raise", "cut"]).toContain(direction);
    }
  });

  it("tells where it leaves the data, and where nothing was ever spent", () => {
    const spend = surface.spend.slice();
    spend.fill(0, 0, 4);
    const idle = {
      ...surface,
      spend,
      largestSpend: surface.largestSpend.map((value, i) => (i === 0 ? 0 : value)),
    };
    const best = allocated(idle, parseBudgetProblem({}));
    expect(best.channels[0]!.spend).toBeGreaterThan(0);
    expect(best.channels[0]!.extrapolation).toBe(Infinity);
    expect(best.channels[0]!.roiToday).toBeUndefined();
  });

  it("keeps what is frozen, and spends nothing or enough where there is a minimum", () => {
    const steep = analyticSurface({ channels: 4, slope: 3, draws: 10, seed: 2 });
    const limits = [
      { channel: "channel3", frozen: true as const },
      { channel: ["channel0", "channel1", "channel2"], each: "channel" as const, minimumWhenOn: 120 },
    ];
    const best = allocated(steep, parseBudgetProblem({ limits }));
    expect(best.channels[3]!.spend).toBeCloseTo(best.channels[3]!.spendToday, 9);
    expect(best.channels[3]!.direction).toBe("frozen");
    for (const { spend } of best.channels.slice(0, 3)) expect(spend < 1e-9 || spend > 120 - 1e-6).toBe(true);
    expect(best.solver.certificate.kind).toBe("global");
  });

  it("of a panel keeps limits by cell, and has a row for each", () => {
    const panel = analyticSurface({ channels: 3, cells: 4, draws: 20 });
    const limits = [
      { cell: "cell1", change: { down: 0, up: 0 } },
      { each: ["channel" as const, "cell" as const], change: { down: 0.5, up: 0.5 } },
    ];
    const best = allocated(panel, parseBudgetProblem({ limits }));
    const inCell = best.cells.filter(({ cell }) => cell === "cell1");
    const total = (of: "spend" | "spendToday"): number => inCell.reduce((sum, row) => sum + row[of], 0);
    expect(total("spend")).toBeCloseTo(total("spendToday"), 8);
    for (const { spend, spendToday } of best.cells) {
      expect(spend).toBeGreaterThan(0.5 * spendToday - 1e-8);
      expect(spend).toBeLessThan(1.5 * spendToday + 1e-8);
    }
    expect(best.cells).toHaveLength(12);
  });

  it("with flighting free is better than with today's, and keeps shares of periods", () => {
    const fixed = allocated(surface, parseBudgetProblem({}));
    const free = allocated(surface, parseBudgetProblem({ flighting: "optimized" }));
    expect(free.objective.value).toBeGreaterThan(fixed.objective.value);
    expect(free.solver.certificate.kind).toBe("first-order");
    expect(free.solver.certificate.gap!).toBeLessThan(1e-6);
    const paced = allocated(
      surface,
      parseBudgetProblem({ flighting: "optimized", limits: [{ each: "channel", periodShareAtMost: 0.27 }] }),
    );
    expect(paced.objective.value).toBeLessThanOrEqual(free.objective.value + 1e-9);
    paced.channels.forEach(({ spend }, c) =>
      paced.plan.spend
        .subarray(4 * c, 4 * c + 4)
        .forEach((money) => expect(money).toBeLessThan(0.27 * spend + 1e-7 * paced.spend)),
    );
  });

  it("by greedy steps comes near the optimum and says how far off it may be; gradients alone reach it", () => {
    const optimum = allocated(surface, parseBudgetProblem({}));
    const greedy = allocated(surface, parseBudgetProblem({}), { method: "greedy" });
    const { bound, gap } = greedy.solver.certificate;
    expect(gap!).toBeLessThan(1e-3);
    expect(bound!).toBeGreaterThanOrEqual(optimum.objective.value - 1e-9);
    const gradient = allocated(surface, parseBudgetProblem({}), { method: "gradient" });
    expect(gradient.objective.value).toBeCloseTo(optimum.objective.value, 8);
  });

  it("takes an objective of one's own", () => {
    const own: Objective = {
      about: "root of the mean",
      shape: "other",
      inOutcomeUnits: false,
      evaluate: ({ outcome }, slope) => {
        const root = Math.sqrt(outcome.reduce((total, value) => total + value, 0) / outcome.length);
        slope.fill(1 / (2 * root * outcome.length));
        return { value: root, perSpend: 0 };
      },
    };
    const optimum = allocated(surface, parseBudgetProblem({}));
    const best = allocated(surface, parseBudgetProblem({}), { objective: own });
    expect(Math.abs(best.objective.value ** 2 / optimum.objective.value - 1)).toBeLessThan(1e-9);
    expect(best.solver.certificate.kind).toBe("none");
  });
});

describe("flexible budgets", () => {
  const surface = analyticSurface({ channels: 4, draws: 20, seed: 8 });

  it("with a target ROI end where the best plan has it", () => {
    const best = allocated(surface, parseBudgetProblem({ budget: { targetRoi: 2.5 } }));
    expect(Math.abs(best.outcome.mean / best.spend - 2.5)).toBeLessThan(1e-5);
    const more = allocated(surface, parseBudgetProblem({ budget: best.spend * 1.01 }));
    expect(more.outcome.mean / more.spend).toBeLessThan(2.5);
  });

  it("with a target marginal ROI end where one more unit brings just that", () => {
    const best = allocated(surface, parseBudgetProblem({ budget: { targetMarginalRoi: 1.1 } }));
    for (const { marginalRoi } of best.channels) expect(Math.abs(marginalRoi.mean - 1.1)).toBeLessThan(1e-5);
    expect(best.isAtUpperEnd).toBe(false);
  });

  it("with a target outcome spend no more than it takes", () => {
    const target = 900;
    const best = allocated(surface, parseBudgetProblem({ budget: { targetOutcome: target } }));
    expect(best.outcome.mean).toBeGreaterThanOrEqual(target * (1 - 1e-9));
    expect(best.outcome.mean).toBeLessThan(target * (1 + 1e-5));
    const less = allocated(surface, parseBudgetProblem({ budget: best.spend * 0.999 }));
    expect(less.outcome.mean).toBeLessThan(target);
  });

  it("for profit end where a unit earns itself, or say that there was no more", () => {
    const objective = { kind: "profit" as const, margin: 0.8 };
    const best = allocated(surface, parseBudgetProblem({ objective, budget: { from: 0, to: 2000 } }));
    for (const { marginalRoi } of best.channels)
      expect(Math.abs(0.8 * marginalRoi.mean - 1)).toBeLessThan(1e-5);
    const short = allocated(surface, parseBudgetProblem({ objective, budget: { from: 0, to: 200 } }));
    expect(short.isAtUpperEnd).toBe(true);
    expect(short.spend).toBeCloseTo(200, 6);
  });

  it("out of reach are told with what can be had", () => {
    const found = optimizeBudget(surface, parseBudgetProblem({ budget: { targetOutcome: 1e6 } }));
    expect(found.kind).toBe("infeasible");
    if (found.kind === "allocated") return;
    expect(found.conflict.message).toMatch(
      /^budget: the target must be within reach, got an outcome of 1000000, with a budget from 0 to \d+, where at most [\d.]+ can be had, at \d+\. Lower the target or widen the budget\.$/,
    );
  });
});

describe("what can not be solved", () => {
  const surface = analyticSurface({ channels: 3, draws: 4 });
  const conflictOf = (input: unknown) => {
    const found = optimizeBudget(surface, parseBudgetProblem(input));
    if (found.kind === "allocated") throw new Error("believed to be infeasible");
    return found.conflict;
  };

  it("names the limits that conflict, and by how much", () => {
    const { constraints, gap } = conflictOf({
      budget: 300,
      limits: [
        { channel: ["channel0", "channel1"], atMost: 100 },
        { channel: "channel2", atMost: 120 },
        { channel: "channel1", atLeast: 10 },
      ],
    });
    expect(constraints).toEqual([
      "the budget is 300",
      "channel0 + channel1 at most 100",
      "channel2 at most 120",
    ]);
    expect(gap).toBeCloseTo(80, 8);
  });

  it("names conflicting groups", () => {
    const { constraints } = conflictOf({
      budget: 300,
      limits: [
        { name: "brand", channel: ["channel0", "channel1"], shareAtLeast: 0.7 },
        { name: "digital", channel: ["channel1", "channel2"], shareAtLeast: 0.7 },
        { channel: "channel1", shareAtMost: 0.3 },
      ],
    });
    expect(constraints).toEqual(expect.arrayContaining(["the budget is 300", "brand", "digital"]));
  });

  it("says it of bounds that exclude each other, and of minima that no choice fits", () => {
    expect(conflictOf({ limits: [{ channel: "channel0", atLeast: 90, atMost: 50 }] }).message).toBe(
      'budget: limits must leave a plan, got "channel0 at least 90 and at most 50", which leave from 90 to 50 by 40. Loosen one of them.',
    );
    const { message } = conflictOf({
      budget: 100,
      limits: [
        { each: "channel", minimumWhenOn: 60 },
        { each: "channel", atMost: 70 },
      ],
    });
    expect(message).toContain("minima");
  });

  it("refuses names, amounts and targets in words", () => {
    const refused = (input: unknown): string => {
      try {
        optimizeBudget(surface, parseBudgetProblem(input));
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refused({ limits: [{ channel: "chanel1", atMost: 4 }] })).toContain('Did you mean "channel1"?');
    expect(refused({ budget: { from: 20, to: 10 } })).toContain(
      "must end above 0 and not below where it begins, got from 20 to 10",
    );
    expect(refused({ budget: 0 })).toContain("must end above 0");
    expect(refused({ budget: { targetRoi: 2 }, objective: "sharpe" })).toContain(
      "needs an objective in units of outcome",
    );
    expect(refused({ flighting: { channel0: [1, 2] } })).toContain(
      "must have one weight for each of 4 periods",
    );
  });

  it("refuses draws that are not finite, by channel", () => {
    const broken = {
      ...surface,
      evaluate: (draw: number, spend: Float64Array, outcome: Float64Array, gradient: Float64Array) => {
        surface.evaluate(draw, spend, outcome, gradient);
        if (draw === 2) outcome[1] = NaN;
      },
    };
    expect(() => optimizeBudget(broken, parseBudgetProblem({}))).toThrow(
      'channel "channel1": every draw must give a finite outcome of today\'s plan, got 1 of 4 that is not, the first draw 2. Look at the verdict of the fit, and fit again.',
    );
  });

  it("needs money today where the budget is a share of it", () => {
    const idle = { ...surface, spend: surface.spend.map(() => 0) };
    expect(() => optimizeBudget(idle, parseBudgetProblem({}))).toThrow(
      "needs spend today, got none in the window",
    );
    expect(optimizeBudget(idle, parseBudgetProblem({ budget: 100 })).kind).toBe("allocated");
  });
});
