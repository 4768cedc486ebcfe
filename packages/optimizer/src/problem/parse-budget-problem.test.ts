import { describe, expect, it } from "vitest";
import { IssueError } from "@mmm/data";
import { parseBudgetProblem } from "./parse-budget-problem.js";

function messages(input: unknown): readonly string[] {
  try {
    parseBudgetProblem(input);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ message }) => message);
  }
}

describe("a budget problem", () => {
  it("of nothing moves today's money for the mean outcome, flighted as today", () => {
    expect(parseBudgetProblem({})).toEqual({
      budget: { kind: "fixed", total: { timesToday: 1 } },
      objective: { kind: "mean", parameters: {} },
      flighting: { kind: "today" },
      limits: [],
    });
  });

  it.each([
    [5000, { kind: "fixed", total: 5000 }],
    ["today", { kind: "fixed", total: { timesToday: 1 } }],
    [{ total: 7 }, { kind: "fixed", total: 7 }],
    [{ change: -0.25 }, { kind: "fixed", total: { timesToday: 0.75 } }],
    [
      { from: 1, to: 2 },
      { kind: "between", from: 1, to: 2 },
    ],
    [{ targetRoi: 2 }, { kind: "target-roi", roi: 2, from: 0, to: { timesToday: 2 } }],
    [
      { targetMarginalRoi: 1, to: 9 },
      { kind: "target-marginal-roi", roi: 1, from: 0, to: 9 },
    ],
    [
      { targetOutcome: 3, from: 1, to: 9 },
      { kind: "target-outcome", outcome: 3, from: 1, to: 9 },
    ],
  ])("reads the budget %j", (budget, expected) => {
    expect(parseBudgetProblem({ budget }).budget).toEqual(expected);
  });

  it("names its limits by what they say", () => {
    const limits = [
      { channel: "tv", atLeast: 10, atMost: 20 },
      { channel: ["search", "social"], shareAtMost: 0.5 },
      { channel: "radio", cell: "north", change: { down: 0.2, up: 0.1 } },
      { channel: "print", frozen: true as const },
      { minimumWhenOn: 5, channel: "cinema" },
      { name: "brand", channel: ["tv", "radio"], atLeast: 3 },
    ];
    expect(parseBudgetProblem({ limits }).limits.map(({ name }) => name)).toEqual([
      "tv at least 10 and at most 20",
      "search + social at most 50 % of the budget",
      "radio, north at least 80 % of today's and at most 110 % of today's",
      "print as today",
      "cinema nothing or at least 5",
      "brand",
    ]);
  });

  it("tells every fault at once, each with its place", () => {
    const input = {
      budget: -5,
      objective: "meen",
      limits: [{ channel: "tv" }, { channel: "tv", atMost: -1 }, { chanel: "tv", frozen: true }],
    };
    expect(messages(input)).toEqual([
      "problem.budget: must be ≥ 0, got -5. Change the value.",
      expect.stringContaining('or "regret" or "profit" or an object, got "meen".'),
      "problem.limits[0]: a limit must limit something, got an object. Add atLeast, atMost, shareAtMost, change, frozen, minimumWhenOn or periodShareAtMost.",
      "problem.limits[1].atMost: must be ≥ 0, got -1. Change the value.",
      expect.stringContaining('problem.limits[2].chanel: must be a known key, got "chanel"'),
    ]);
  });

  it("asks objectives for their parameters", () => {
    expect(messages({ objective: "cvar" })).toEqual([
      "problem.objective.level: must be given as a number, got nothing. Add the key.",
    ]);
    expect(messages({ objective: { kind: "quantile", probability: 2 } })).toEqual([
      "problem.objective.probability: must be < 1, got 2. Change the value.",
    ]);
  });
});
