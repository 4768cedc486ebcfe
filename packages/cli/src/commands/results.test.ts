import { exampleDataset } from "@mmm/data";
import { fit, type FitOptions, parseModelSpec, saveFit } from "@mmm/model";
import { beforeAll, describe, expect, it } from "vitest";
import { mmm, type Outcome } from "../made-up-world.contract.js";
import { results } from "../results/results.js";

const names = Object.keys(results);
let good: Readonly<Record<string, string>>;
let bad: Readonly<Record<string, string>>;
/** Every result of the good fit with intervals of 80 %, as text and as JSON. */
let texts: Readonly<Record<string, Outcome>>;
let values: Readonly<Record<string, Outcome>>;

beforeAll(async () => {
  const run = async (thresholds: NonNullable<FitOptions["thresholds"]>) => {
    const short = { seed: 1, chains: 2, warmup: 80, draws: 40, thresholds };
    return { "fit.json": saveFit(await fit(exampleDataset(), parseModelSpec({}), short)) };
  };
  bad = await run({});
  // The same draws under limits that they pass: what is printed does not depend on how good they are.
  good = await run({ rhat: 9, ess: 1, essPerChain: 0, divergences: 80, ebfmi: 0 });
  const ask = async (...format: readonly string[]) => {
    const answers = names.map((show) =>
      mmm(["results", "fit.json", "--show", show, "--interval", "0.8", ...format], good),
    );
    return Object.fromEntries((await Promise.all(answers)).map((answer, i) => [names[i]!, answer]));
  };
  texts = await ask();
  values = await ask("--json");
}, 30_000);

/** The headers of a table, with their lines joined. */
function headers(table: string): string {
  const lines = table.split("\n");
  const rule = lines.findIndex((line) => line.startsWith("──"));
  return lines.slice(0, rule).join(" ").replace(/ +/g, " ").trim();
}

describe("of a trustworthy fit", () => {
  it.each(names)("%s fits a terminal, and is one JSON value without typed arrays", (show) => {
    const { code, out, err } = texts[show]!;
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const json = values[show]!;
    expect([json.code, json.err]).toEqual([0, ""]);
    const value = JSON.parse(json.out) as object;
    expect(json.out).toBe(`${JSON.stringify(value, null, 2)}\n`);
    expect(Object.keys(value)).not.toEqual([]);
    expect(json.out).not.toMatch(/"0": /);
  });

  it.each([
    ["roi", "incremental 80 % marginal 80 % channel spend KPI ROI interval ROI interval"],
    ["contributions", "80 % 80 % part kind total interval share interval"],
    ["parameters", "80 % bulk tail parameter mean interval R-hat ESS ESS"],
    ["priors", "prior posterior 80 % 80 % parameter interval interval learned"],
    ["curves", "spend incremental 80 % channel × today spend KPI interval"],
    ["adstock", "80 % channel half-life interval lag 0 lag 1 lag 2 lag 4 lag 8"],
  ])("%s has headers that say the interval asked for", (show, expected) => {
    expect(headers(texts[show]!.out)).toBe(expected);
  });

  it("summary and quality say the interval asked for", () => {
    const summary = texts["summary"]!.out;
    expect(summary).toContain("of periods inside 80 % intervals");
    expect(headers(summary.slice(summary.indexOf("In sample")))).toContain("80 % marginal 80 %");
    expect(texts["quality"]!.out).toContain("periods inside 80 % intervals");
  });

  it("intervals are those that were asked for", async () => {
    type Rows = readonly { readonly roi: { readonly low: number; readonly high: number } }[];
    const { out } = await mmm(["results", "fit.json", "--show", "roi", "--interval", "0.95", "--json"], good);
    const wide = JSON.parse(out) as Rows;
    (JSON.parse(values["roi"]!.out) as Rows).forEach(({ roi }, i) => {
      expect(wide[i]!.roi.low).toBeLessThan(roi.low);
      expect(wide[i]!.roi.high).toBeGreaterThan(roi.high);
    });
  });

  it("contributions have every period as a list, and totals that are rounding of 0 are shown as 0", () => {
    type Parts = { readonly parts: readonly { readonly perPeriod: { readonly mean: unknown } }[] };
    const { parts } = JSON.parse(values["contributions"]!.out) as Parts;
    for (const { perPeriod } of parts) expect(perPeriod.mean).toHaveLength(104);
    expect(texts["contributions"]!.out).toMatch(/^trend +baseline +0 +0 – 0 +0\.0 % +0\.0 % – 0\.0 %$/m);
  });
});

describe("of a fit that did not pass its verdict", () => {
  it("nothing is printed but the verdict, on standard error", async () => {
    const { code, out, err } = await mmm(["results", "fit.json", "--show", "roi"], bad);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^Not trustworthy yet: \d of 9 checks failed\.\n/);
    expect(err).toContain("--even-if-untrustworthy` shows numbers that may be wrong.");
  });

  it("JSON is the verdict", async () => {
    const { code, out } = await mmm(["results", "fit.json", "--show", "curves", "--json"], bad);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ trustworthy: false, verdict: { trustworthy: false } });
  });

  it("summary and parameters speak, because they show what is wrong", async () => {
    const summary = await mmm(["results", "fit.json"], bad);
    expect(summary.code).toBe(1);
    expect(summary.out).toMatch(/^Not trustworthy yet: /);
    const parameters = await mmm(["results", "fit.json", "--show", "parameters"], bad);
    expect(parameters.code).toBe(1);
    expect(parameters.out).toContain("roi[tv]");
  });

  it("numbers are shown to whoever insists, with a warning and the same exit code", async () => {
    const insist = ["results", "fit.json", "--even-if-untrustworthy"];
    const { code, out, err } = await mmm([...insist, "--show", "roi"], bad);
    expect(code).toBe(1);
    expect(headers(out)).toContain("90 % marginal 90 %");
    expect(err).toBe("The verdict FAILED: these numbers may be wrong.\n");
    const summary = await mmm(insist, bad);
    expect(summary.out).toContain("\n\nThe verdict FAILED: the numbers below may be wrong.\n\nIn sample: ");
  });
});

it("a file that is no saved fit is refused in words", async () => {
  const files = {
    "a.csv": "week,sales",
    "b.json": "{}",
    "c.json": "null",
    "d.json": '{"format":"mmm-fit","version":1}',
  };
  const told: string[] = [];
  for (const path of [...Object.keys(files), "none.json"]) {
    const { code, out, err } = await mmm(["results", path], files);
    expect([code, out]).toEqual([2, ""]);
    told.push(err.split("\n")[1]!.replace(/not \(.*\)/, "not (…)"));
  }
  expect(told).toEqual([
    "error: a.csv: must be JSON that `saveFit` wrote, got text that is not (…). Give another file. [cli.no-saved-fit]",
    "error: b.json: must be a saved fit, got other JSON. Give a file that `mmm fit` wrote. [cli.no-saved-fit]",
    "error: c.json: must be a saved fit, got other JSON. Give a file that `mmm fit` wrote. [cli.no-saved-fit]",
    "error: d.json: must hold dataset, spec, record and traces, got a file without dataset, spec, record, traces. The file was changed; fit again. [cli.no-saved-fit]",
    "error: none.json: the saved fit must be readable, got no such file or folder. Check the path. [cli.unreadable-file]",
  ]);
});

it("a saved fit that was cut is refused in words", async () => {
  const cut = good["fit.json"]!.replace(/"positions": \{[^}]*\}/, '"positions": { "f64": "" }');
  const wrong = good["fit.json"]!.replace(/"traces": \[/, '"traces": [7, ');
  const told = async (text: string) => {
    const { code, out, err } = await mmm(["results", "fit.json"], { "fit.json": text });
    expect([code, out]).toEqual([2, ""]);
    return err.split("\n")[1]!.replace(/\d+ × \d+/, "#");
  };
  expect([await told(cut), await told(wrong)]).toEqual([
    "error: fit.json: every chain must have draws × dimension positions, got 0 for #. The file was changed; fit again. [cli.no-saved-fit]",
    "error: fit.json: every chain must have draws × dimension positions, got no chain. The file was changed; fit again. [cli.no-saved-fit]",
  ]);
});
