import { exampleDataset } from "@mmm/data";
import { fit, parseModelSpec, saveFit } from "@mmm/model";
import { beforeAll, describe, expect, it } from "vitest";
import { mmm } from "../made-up-world.contract.js";

let files: Readonly<Record<string, string>>;

const problem = `limits:
  - { channel: tv, shareAtLeast: 0.3 }
  - { each: channel, change: { down: 0.5, up: 0.5 } }
`;

beforeAll(async () => {
  const run = async (ess: number) => {
    // What is decided does not depend on how good the draws are, but whether it is.
    const thresholds = { rhat: 9, ess, essPerChain: 0, divergences: 80, ebfmi: 0 };
    const short = { seed: 1, chains: 2, warmup: 80, draws: 40, thresholds };
    return saveFit(
      await fit(exampleDataset(), parseModelSpec({ media: { default: { effect: "roi" } } }), short),
    );
  };
  files = { "fit.json": await run(1), "bad.json": await run(1e9), "budget.yaml": problem };
}, 30_000);

const asked = ["optimize", "fit.json", "--problem", "budget.yaml", "--periods", "26"];

describe("mmm optimize", () => {
  it("prints tables that fit a terminal, and saves the plan", async () => {
    const { code, out, err, files: after } = await mmm([...asked, "--output", "plan.csv"], files);
    expect([code, err]).toEqual([0, "plan saved to plan.csv\n"]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(/^Budget ([\d.,]+ ?M?) \(today \1\), for the largest mean outcome\.\n/);
    for (const word of ["tv", "search", "social", "Expected regret", "gap to any"])
      expect(out).toContain(word);
    const [header, ...rows] = after["plan.csv"]!.trimEnd().split("\n");
    expect(header).toBe("period,tv,search,social");
    expect(rows).toHaveLength(26);
  });

  it("is one JSON value when asked, whose plan keeps the limits", async () => {
    const { code, out } = await mmm([...asked, "--json"], files);
    expect(code).toBe(0);
    const { channels, spend, solver, kind } = JSON.parse(out) as {
      readonly kind: string;
      readonly spend: number;
      readonly solver: { readonly status: string };
      readonly channels: readonly {
        readonly channel: string;
        readonly spend: number;
        readonly spendToday: number;
      }[];
    };
    expect([kind, solver.status]).toEqual(["allocated", "optimal"]);
    expect(channels[0]!.spend).toBeGreaterThan(0.3 * spend * (1 - 1e-9));
    for (const row of channels) expect(Math.abs(row.spend / row.spendToday - 1)).toBeLessThan(0.5 + 1e-9);
  });

  it("tells faults of the problem with line and column, and limits that conflict", async () => {
    const typo = { ...files, "budget.yaml": "limits:\n  - { chanel: tv, frozen: true }\n" };
    const wrong = await mmm(asked, typo);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(
      'budget.yaml, line 2, column 7, limits[0].chanel: must be a known key, got "chanel"',
    );
    const tight = { ...files, "budget.yaml": "limits:\n  - { each: channel, atMost: 1 }\n" };
    const none = await mmm([...asked, "--json"], tight);
    expect(none.code).toBe(2);
    expect(JSON.parse(none.out)).toMatchObject({ kind: "infeasible" });
    expect(none.err).toContain("budget: limits must leave a plan, got");
  });

  it("does not decide by draws that failed their verdict, unless told to", async () => {
    const refused = await mmm(["optimize", "bad.json"], files);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("Not trustworthy yet");
    const insisted = await mmm(["optimize", "bad.json", "--periods", "13", "--even-if-untrustworthy"], files);
    expect(insisted.code).toBe(1);
    expect(insisted.err).toBe("The verdict FAILED: these numbers may be wrong.\n");
    expect(insisted.out).toContain("Budget");
  });
});

describe("mmm plan", () => {
  const plans = `more search:
  - { channel: search, change: 0.3 }
no tv:
  - { channel: tv, spend: 0 }
`;

  it("compares plans with today's", async () => {
    const { code, out, err } = await mmm(["plan", "fit.json", "--plans", "plans.yaml", "--periods", "26"], {
      ...files,
      "plans.yaml": plans,
    });
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    for (const word of [
      "today",
      "more search",
      "no tv",
      "more search: search",
      "no tv: tv",
      "Extrapolation",
    ]) {
      expect(out).toContain(word);
    }
  });

  it("forecasts what is sold under each plan, given the controls to come", async () => {
    const all = { ...files, "plans.yaml": plans, "controls.yaml": "promotion: 0\n" };
    const ask = [
      "plan",
      "fit.json",
      "--plans",
      "plans.yaml",
      "--periods",
      "26",
      "--controls",
      "controls.yaml",
    ];
    const { code, out, err } = await mmm(ask, all);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain("Spent from 2024-12-30 to 2025-06-23, noise included.");
    const told = JSON.parse((await mmm([...ask, "--json"], all)).out) as readonly {
      readonly name: string;
      readonly forecast: { readonly expected: { readonly total: { readonly mean: number } } };
    }[];
    const kpi = Object.fromEntries(told.map(({ name, forecast }) => [name, forecast.expected.total.mean]));
    expect(kpi["more search"]).toBeGreaterThan(kpi.today!);
    expect(kpi["no tv"]).toBeLessThan(kpi.today!);
    const missing = await mmm(ask, { ...all, "controls.yaml": "promo: 0\n" });
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('controls: must hold "promotion" as the data do');
    const wrong = await mmm(ask, { ...all, "controls.yaml": "promotion: much\n" });
    expect(wrong.err).toContain("controls.yaml, line 1");
  });

  it("refuses changes that are none, and channels that nobody knows", async () => {
    const ask = async (text: string): Promise<string> =>
      (await mmm(["plan", "fit.json", "--plans", "plans.yaml"], { ...files, "plans.yaml": text })).err;
    expect(await ask("a:\n  - { channel: tv }\n")).toContain(
      "a change must have spend or change, one of them",
    );
    expect(await ask("a:\n  - { channel: tvv, spend: 3 }\n")).toContain('Did you mean "tv"?');
    expect(await ask("a: [")).toContain("[decision.not-yaml]");
  });
});

describe("mmm frontier", () => {
  it("shows each budget, and those that limits leave no plan for", async () => {
    const limited = { ...files, "budget.yaml": "limits:\n  - { each: channel, changeAtMost: 0.1 }\n" };
    const ask = [
      "frontier",
      "fit.json",
      "--periods",
      "26",
      "--levels",
      "0.8,1,1.5",
      "--problem",
      "budget.yaml",
    ];
    const { code, out } = await mmm(ask, limited);
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(/^80 % /m);
    expect(out).toMatch(/^150 % .* no plan/m);
    expect(out).toContain("budget: limits must leave a plan");
    const levels = await mmm(["frontier", "fit.json", "--levels", "0,x"], files);
    expect(levels.code).toBe(2);
  });
});
