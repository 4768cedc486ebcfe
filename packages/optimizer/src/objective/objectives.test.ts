import { mean, quantile } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { objectiveContract, someOutcomes } from "./objective.contract.js";
import type { Objective } from "./objective.js";
import { objectives } from "./objectives.js";

const made: Readonly<Record<string, Objective>> = {
  mean: objectives.mean.make({}),
  median: objectives.median.make({}),
  quantile: objectives.quantile.make({ probability: 0.1 }),
  cvar: objectives.cvar.make({ level: 0.2 }),
  "mean-minus-risk": objectives["mean-minus-risk"].make({ aversion: 0.7 }),
  sharpe: objectives.sharpe.make({ threshold: 60 }),
  "beat-today": objectives["beat-today"].make({}),
  regret: objectives.regret.make({}),
  "regret in the tail": objectives.regret.make({ level: 0.3 }),
  profit: objectives.profit.make({ margin: 0.4 }),
};

describe("every objective", () => {
  for (const [name, objective] of Object.entries(made)) objectiveContract(name, objective);

  it("stands in the contract", () => {
    expect(Object.keys(made)).toEqual(expect.arrayContaining(Object.keys(objectives)));
  });
});

describe("values", () => {
  const of = someOutcomes(1, 2000);
  const value = (name: string): number => made[name]!.evaluate(of, new Float64Array(2000)).value;
  const sorted = of.outcome.toSorted();

  it("are those of the plain definitions, within what smoothing changes", () => {
    expect(value("mean")).toBeCloseTo(mean(of.outcome), 12);
    // Outcomes have a standard deviation of 13; a kernel of a tenth of today's moves quantiles by less than 0.5.
    expect(Math.abs(value("median") - quantile(of.outcome, 0.5))).toBeLessThan(0.3);
    expect(Math.abs(value("quantile") - quantile(of.outcome, 0.1))).toBeLessThan(0.5);
    // The corner of width 0.2 lowers the tail's mean by less than 0.2 · ln 2 / 0.2.
    const tail = mean(sorted.subarray(0, 400));
    expect(value("cvar")).toBeLessThanOrEqual(tail + 1e-9);
    expect(value("cvar")).toBeGreaterThan(tail - 0.7);
    expect(value("regret")).toBeCloseTo(mean(of.outcome) - mean(of.best), 12);
    expect(value("profit")).toBeCloseTo(0.4 * mean(of.outcome) - 40, 12);
    const better = mean(of.outcome.map((own, i) => (own > of.today[i] ? 1 : 0)));
    expect(Math.abs(value("beat-today") - better)).toBeLessThan(0.02);
  });
});
