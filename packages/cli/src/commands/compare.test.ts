import { exampleDataset, makeDataset } from "@mmm/data";
import { fit, type FitOptions, parseModelSpec, saveFit } from "@mmm/model";
import { beforeAll, describe, expect, it } from "vitest";
import { sound } from "../example-market.contract.js";
import { mmm } from "../made-up-world.contract.js";

const short = { seed: 1, chains: 2, warmup: 200, draws: 150 };
/** Limits that these few draws pass: what is compared does not depend on them. */
const lenient = { rhat: 9, ess: 1, essPerChain: 0, divergences: 300, ebfmi: 0 };
let files: Readonly<Record<string, string>>;

beforeAll(async () => {
  const saved = async (
    model: object,
    thresholds: NonNullable<FitOptions["thresholds"]> = lenient,
    dataset = exampleDataset(),
  ) => saveFit(await fit(dataset, parseModelSpec(model), { ...short, thresholds }));
  const dataset = exampleDataset();
  const { kpi } = dataset;
  const doubled = makeDataset({ ...dataset, kpi: { ...kpi, values: kpi.values.map((value) => 2 * value) } });
  files = {
    "full.json": await saved({}),
    "flat.json": await saved({ trend: "none", seasonality: [] }),
    "failed.json": await saved({}, { ess: 1e6 }),
    "other.json": await saved({}, lenient, doubled),
  };
}, 60_000);

interface Row {
  readonly model: string;
  readonly elpd: { readonly value: number };
  readonly elpdDifference: { readonly value: number; readonly standardError: number };
  readonly stackingWeight: number;
}

describe("mmm compare", () => {
  it("ranks fits by their leave-one-out score, with weights that add up to 1", async () => {
    const { code, out, err } = await mmm(["compare", "flat.json", "full.json", "--json"], files);
    expect([code, err]).toEqual([0, ""]);
    const rows = JSON.parse(out) as readonly [Row, Row];
    // The example market has a season: the model that knows it must predict better by far.
    expect(rows.map(({ model }) => model)).toEqual(["full.json", "flat.json"]);
    expect(rows[0].elpdDifference.value).toBe(0);
    expect(rows[1].elpd.value - rows[0].elpd.value).toBeCloseTo(rows[1].elpdDifference.value, 6);
    expect(rows[1].elpdDifference.value).toBeLessThan((-4 * rows[1].elpdDifference.standardError) / 2);
    expect(rows[0].stackingWeight + rows[1].stackingWeight).toBeCloseTo(1, 9);
    expect(rows[0].stackingWeight).toBeGreaterThan(0.8);
  });

  it("prints a table that fits a terminal", async () => {
    const { out } = await mmm(["compare", "flat.json", "full.json"], files);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(
      /^Leave-one-out prediction of 104 values of revenue, best first\n\nfit +elpd +difference/,
    );
    expect(out).toMatch(/^full\.json +-?[\d.]+ +– +– +[\d.]+ % +\d+$/m);
  });

  it("has the accuracy on what was held out, where something was", async () => {
    const words = ["fit", "sales.csv", "--config", "mmm.yaml", "--chains", "2", "--holdout"];
    const few = ["--warmup", "60", "--draws", "40", "--output"];
    const first = await mmm([...words, "13", ...few, "a.json"], sound);
    const second = await mmm([...words, "13", "--preset", "pymc-marketing", ...few, "b.json"], first.files);
    const compare = ["compare", "a.json", "b.json", "--even-if-untrustworthy"];
    const { code, out } = await mmm(compare, second.files);
    expect([code, out.includes("of 91 values"), out.includes("wMAPE")]).toEqual([1, true, true]);
    const { out: json } = await mmm([...compare, "--json"], second.files);
    const rows = JSON.parse(json) as readonly { readonly holdout: { readonly observations: number } }[];
    expect(rows.map(({ holdout }) => holdout.observations)).toEqual([13, 13]);
    expect(await mmm([...words, "104", ...few, "c.json"], sound)).toMatchObject({ code: 2, out: "" });
  });

  it("refuses fits of another KPI, one fit alone and one named twice", async () => {
    const { code, err } = await mmm(["compare", "full.json", "other.json"], files);
    expect([code, err.includes("[result.different-data]")]).toEqual([2, true]);
    expect(await mmm(["compare", "full.json"], files)).toMatchObject({ code: 2, out: "" });
    expect(await mmm(["compare", "full.json", "full.json"], files)).toMatchObject({ code: 2, out: "" });
  });

  it("refuses draws that failed their verdict, unless told otherwise", async () => {
    const refused = await mmm(["compare", "full.json", "failed.json"], files);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("failed.json did not pass their verdict");
    const told = await mmm(["compare", "full.json", "failed.json", "--even-if-untrustworthy"], files);
    expect([told.code, told.out.includes("failed.json")]).toEqual([1, true]);
    expect(told.err).toContain("The verdict FAILED for failed.json");
  });
});

describe("mmm summary", () => {
  it("says what was fitted to what, how, and what came of it", async () => {
    const { code, out } = await mmm(["summary", "full.json"], files);
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out.slice(0, out.indexOf("\n\n")).replace(/\s+/g, " ")).toMatch(
      /^Data .*: 104 periods from 2023-01-02 to 2024-12-23, KPI "revenue", 3 channels \(tv, search, social\), 1 control \(promotion\) Model trend linear, 2 harmonics of 365\.25 days, geometric adstock, hill saturation, prior on coefficient, normal noise Run seed 1, 2 chains of 150 draws, [\d,]+ gradients, metric diagonal, target acceptance 0\.9$/,
    );
    expect(out).toContain("In sample: R²");
  });

  it("has the complete spec as JSON, and the verdict's exit code", async () => {
    const { code, out } = await mmm(["summary", "failed.json", "--json"], files);
    expect(code).toBe(1);
    const summary = JSON.parse(out) as Readonly<Record<string, object>>;
    expect(Object.keys(summary)).toEqual(
      expect.arrayContaining(["data", "spec", "record", "verdict", "trustworthy"]),
    );
    expect(summary["roi"]).toBeUndefined();
  });
});

describe("mmm results of some periods", () => {
  it("counts them alone, and says which they are", async () => {
    const part = ["--from", "2024-01-01", "--to", "2024-03-25"];
    const { code, out } = await mmm(["results", "full.json", "--show", "roi", ...part], files);
    expect([code, out.startsWith("2024-01-01 to 2024-03-25\n\n")]).toEqual([0, true]);
    const json = await mmm(["results", "full.json", "--show", "contributions", ...part, "--json"], files);
    expect((JSON.parse(json.out) as { readonly periods: unknown }).periods).toHaveLength(13);
  });

  it.each([
    [["--from", "2024-01-02"], "[result.unknown-period]"],
    [["--cells", "Berlin"], "[result.unknown-cell]"],
    [["--from", "2024-03-25", "--to", "2024-01-01"], "[result.empty-window]"],
  ])("%j is refused", async (part, code) => {
    const refused = await mmm(["results", "full.json", "--show", "roi", ...part], files);
    expect([refused.code, refused.out, refused.err.includes(code)]).toEqual([2, "", true]);
  });

  it.each(["summary", "priors", "quality", "parameters"])(
    "%s, which has no part, is refused",
    async (show) => {
      const { code, err } = await mmm(
        ["results", "full.json", "--show", show, "--from", "2024-01-01"],
        files,
      );
      expect([code, err.includes("(roi, contributions, curves, outcome)")]).toEqual([2, true]);
    },
  );
});
