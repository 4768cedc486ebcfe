import { drawDirichlet, randomStream } from "@mmm/numerics";
import { projectOntoPolytope } from "@mmm/numerics/optimization";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyticSurface } from "../analytic-surface.contract.js";
import { climb } from "../solve/climb.js";
import { violationAt } from "../solve/first-order.js";
import { bruteForce } from "../solve/brute-force.contract.js";
import { valuation } from "../solve/valuation.js";
import { parseBudgetProblem } from "../problem/parse-budget-problem.js";
import { anyProblem } from "./any-problem.contract.js";
import { askQuestion, type SolveOptions } from "./question.js";
import { solveBudget, type Solved } from "./solve-budget.js";

type Surface = Parameters<typeof askQuestion>[0];

function solve(
  surface: Surface,
  input: unknown,
  options: SolveOptions = {},
): Solved & { readonly kind: "solved" } {
  const solved = solveBudget(askQuestion(surface, parseBudgetProblem(input), options));
  if (solved.kind === "infeasible") throw new Error(solved.conflict.message);
  return solved;
}

describe("random problems", () => {
  it("700 concave ones satisfy every constraint to 1e-8 of the budget and the first-order conditions, with a closed gap", () => {
    fc.assert(
      fc.property(anyProblem(1), ({ surface, input }) => {
        const { solution, set, task } = solve(surface, input);
        expect(violationAt(solution.x, set)).toBeLessThan(1e-8 * task.unit);
        expect(solution.residual).toBeLessThan(1e-6);
        expect(solution.status).toBe("optimal");
        expect(solution.certificate.gap!).toBeLessThan(1e-6);
      }),
      { numRuns: 700 },
    );
  });

  it("300 S-shaped ones satisfy every constraint and the conditions, and are no worse than the plan they were drawn around", () => {
    fc.assert(
      fc.property(anyProblem(3), ({ surface, input, plan }) => {
        const { solution, set, task } = solve(surface, input, { starts: 2 });
        expect(violationAt(solution.x, set)).toBeLessThan(1e-8 * task.unit);
        expect(solution.residual).toBeLessThan(1e-6);
        const worthOf = valuation(task.source, task.objective, task.comparison);
        expect(solution.worth.value).toBeGreaterThanOrEqual(
          worthOf(Float64Array.from(plan)).value - 1e-9 * task.worth,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("an S-shaped one whose certificate finds a plan of the same worth keeps the plan that is settled", () => {
    // Found by the property above in a fresh run: the plan that took its place gained 1e-12 and missed the conditions.
    fc.assert(
      fc.property(anyProblem(3), ({ surface, input }) => {
        expect(solve(surface, input, { starts: 2 }).solution.residual).toBeLessThan(1e-6);
      }),
      { seed: 1542019440, path: "117:25:37:42:29:39:39:29:32:32", numRuns: 1 },
    );
  });
});

describe("S-shaped responses", () => {
  const seeds = [1, 2, 3, 4, 5, 6];

  it.each(seeds)("the plan is no worse than the best of 200 local searches (market %i)", (seed) => {
    const surface = analyticSurface({ channels: 6, slope: 4, draws: 5, seed, periods: 3 });
    const { solution, task } = solve(surface, { budget: { change: -0.4 } });
    const worthOf = valuation(task.source, task.objective, task.comparison);
    const stream = randomStream(seed, "judge");
    const rise = (x: Float64Array, gradient: Float64Array): number => {
      const { value, gradient: slope } = worthOf(x);
      gradient.set(slope);
      return value;
    };
    let best = -Infinity;
    for (let k = 0; k < 200; k++) {
      const shares = drawDirichlet(stream, new Float64Array(6).fill(0.7));
      const start = projectOntoPolytope(
        shares.map((share) => share * task.set.constraints[0].bound),
        task.set,
      );
      if (start.kind === "empty") throw new Error("believed to be feasible");
      best = Math.max(
        best,
        climb(rise, task.set, start.point, { unit: task.unit, worth: task.worth, tolerance: 1e-6 }).value,
      );
    }
    expect(solution.worth.value).toBeGreaterThanOrEqual(best - 1e-9 * task.worth);
  });

  it.each([
    [2, 400],
    [3, 120],
    [4, 50],
  ])(
    "of %i channels, brute force in %i steps is no better, and within the stated gap of what could be",
    (channels, steps) => {
      for (const seed of seeds) {
        const surface = analyticSurface({ channels, slope: 4, draws: 4, seed, periods: 3 });
        const { solution, task } = solve(surface, { budget: { change: -0.3 } });
        const judge = bruteForce(surface, task.set.constraints[0].bound, steps);
        const { bound, gap } = solution.certificate;
        expect(solution.worth.value).toBeGreaterThanOrEqual(judge.value - 1e-12 * task.worth);
        expect(judge.value).toBeLessThanOrEqual(bound! + 1e-12 * task.worth);
        expect(gap!).toBeLessThan(1e-4);
      }
    },
  );

  it("of a group, a bound of brute force over bounded plans holds too", () => {
    for (const seed of seeds) {
      const surface = analyticSurface({ channels: 3, slope: 4, draws: 4, seed, periods: 3 });
      const limits = [
        { channel: "channel0", atMost: 60 },
        { channel: "channel1", atLeast: 30 },
      ];
      const { solution, task } = solve(surface, { budget: 180, limits });
      const judge = bruteForce(surface, 180, 120, (i) =>
        i === 0 ? [0, 60] : i === 1 ? [30, 180] : [0, 180],
      );
      expect(solution.worth.value).toBeGreaterThanOrEqual(judge.value - 1e-12 * task.worth);
      expect(judge.value).toBeLessThanOrEqual(solution.certificate.bound! + 1e-12 * task.worth);
    }
  });
});

describe("metamorphoses", () => {
  it("more budget never brings less, and the price of the budget is its slope", () => {
    for (const slope of [1, 3]) {
      const surface = analyticSurface({ channels: 4, slope, seed: 3 });
      const budgets = [50, 100, 200, 300, 400, 600, 900];
      const values = budgets.map((budget) => solve(surface, { budget }).solution.worth.value);
      values.slice(1).forEach((value, k) => expect(value).toBeGreaterThan(values[k]!));
      if (slope > 1) continue;
      const { solution } = solve(surface, { budget: 300 });
      const [less, more] = [299, 301].map((budget) => solve(surface, { budget }).solution.worth.value);
      expect(Math.abs(solution.multipliers[0]! / ((more! - less!) / 2) - 1)).toBeLessThan(1e-4);
    }
  });

  it("names permuted, same answer: limits follow names, not places", () => {
    const items = [0, 1, 2, 3].map((i) => ({
      effect: 100 + 40 * i,
      half: 30 + 9 * i,
      slope: 1 + (i % 2),
      retention: 0.2 * i,
    }));
    const spend = Float64Array.from({ length: 8 }, (_, k) => 20 + 3 * k);
    const order = [2, 0, 3, 1];
    const names = ["zebra", "alpha", "mid", "beta"];
    const plain = analyticSurface({ names, drawn: [items], periods: 2, spend });
    const permuted = analyticSurface({
      names: order.map((i) => names[i]!),
      drawn: [order.map((i) => items[i]!)],
      periods: 2,
      spend: Float64Array.from(order.flatMap((i) => [...spend.subarray(2 * i, 2 * i + 2)])),
    });
    const input = {
      limits: [
        { channel: "alpha", atMost: 40 },
        { channel: ["zebra", "beta"], shareAtMost: 0.6 },
        { channel: "mid", change: { down: 0.2, up: 0.2 } },
      ],
    };
    const [a, b] = [plain, permuted].map((surface) => solve(surface, input).solution.x);
    order.forEach((i, k) => expect(Math.abs(a![i]! - b![k]!)).toBeLessThan(1e-7 * 250));
  });

  it("money in another currency moves the same way", () => {
    const surface = analyticSurface({ channels: 4, slope: 2, seed: 9 });
    const factor = 1000;
    const foreign = {
      ...surface,
      spend: surface.spend.map((value) => value * factor),
      largestSpend: surface.largestSpend.map((value) => value * factor),
      evaluate: (draw: number, spend: Float64Array, outcome: Float64Array, gradient: Float64Array) => {
        surface.evaluate(
          draw,
          spend.map((value) => value / factor),
          outcome,
          gradient,
        );
        gradient.forEach((value, k) => (gradient[k] = value / factor));
      },
    };
    const [a, b] = [surface, foreign].map((own) => solve(own, {}).solution.x);
    a!.forEach((value, i) => expect(Math.abs(b![i]! / factor - value)).toBeLessThan(1e-5 * 300));
  });
});
