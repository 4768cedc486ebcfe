import { beforeAll, describe, expect, it } from "vitest";
import { salesCsv, sound, spoiltCsv } from "../example-market.contract.js";
import { mmm, type Outcome } from "../made-up-world.contract.js";

const fitSales = ["fit", "sales.csv", "--config", "mmm.yaml"];
/** Enough for every check of the verdict to pass. */
const enough = ["--warmup", "300", "--draws", "400"];
/** Too few for any verdict to pass. */
const few = ["--warmup", "30", "--draws", "10", "--chains", "2"];

/** Numbers that the sampler decides, replaced by #, and the columns they stood in by one space. */
function shape(text: string): readonly string[] {
  return text.split("\n").map((line) =>
    line
      .replace(/-?\d[\d.]*(,\d{3})*/g, "#")
      .replace(/[ ─]+/g, " ")
      .trim(),
  );
}

describe("a fit that passes its verdict", () => {
  let fitted: Outcome;

  beforeAll(async () => {
    fitted = await mmm([...fitSales, ...enough, "--output", "out/fit.json"], sound);
  }, 30_000);

  it("ends with 0, saves the fit, and prints verdict, quality and ROI no wider than a terminal", () => {
    expect(fitted.code).toBe(0);
    expect(Object.keys(fitted.files)).toEqual(["sales.csv", "mmm.yaml", "out/fit.json"]);
    const lines = fitted.out.split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines[0]).toBe("Trustworthy: all 9 checks passed.");
    const table = lines.findIndex((line) => line.startsWith("In sample"));
    expect(shape(lines.slice(table).join("\n"))).toEqual([
      "In sample: R² #, MAPE # %, # % of periods inside # % intervals",
      "",
      "share # % marginal # %",
      "channel spend of KPI ROI interval ROI interval learned",
      "",
      "tv # # % # # – # # # – # # %",
      "search # # % # # – # # # – # # %",
      "social # # % # # – # # # – # # %",
      "",
      "learned: how much narrower the interval of the ROI is than that of its prior;",
      "near # % or below, the ROI says little more than its prior.",
      "",
    ]);
  });

  it("tells on standard error what it cost and where it is", () => {
    expect(shape(fitted.err)).toEqual([
      "# gradients, # s; saved to out/fit.json. More: mmm results out/fit.json --show contributions",
      "",
    ]);
    expect(fitted.err).toContain(" gradients, 1.5 s; ");
  });

  it("shows its progress to whoever watches", () => {
    expect(fitted.shown).toEqual([
      expect.stringMatching(/^░{20} 0 %, 1 chain warming up, 0 divergences, 0 gradients$/),
    ]);
  });

  it("gives the same bytes when it is run again", async () => {
    const again = await mmm([...fitSales, ...enough, "--output", "out/fit.json"], sound);
    expect(again.files["out/fit.json"] === fitted.files["out/fit.json"]).toBe(true);
    expect(again.out).toBe(fitted.out);
  });
});

describe("a fit that does not pass its verdict", () => {
  it("ends with 1, is saved, and refuses numbers", async () => {
    const { code, out, err, files } = await mmm([...fitSales, ...few], sound);
    expect(code).toBe(1);
    expect(Object.keys(files)).toContain("fit.json");
    expect(out).toMatch(/^Not trustworthy yet: \d of 9 checks failed\.\n/);
    expect(out).toContain(
      "\n\nNo results: the draws did not pass their verdict. `mmm results <fit>\n--even-if-untrustworthy` shows numbers that may be wrong.\n",
    );
    expect(out).not.toContain("ROI  ");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(shape(err)).toEqual(["# gradients, # s; saved to fit.json.", ""]);
  });

  it("is one JSON value when asked, without results", async () => {
    const { code, out } = await mmm([...fitSales, ...few, "--json"], sound);
    expect(code).toBe(1);
    const value = JSON.parse(out) as Readonly<Record<string, unknown>>;
    expect(Object.keys(value)).toEqual([
      ...["trustworthy", "verdict", "failures", "outcome", "chains", "draws", "gradients", "interval"],
      ...["seconds", "savedTo"],
    ]);
    expect(value).toMatchObject({
      ...{ trustworthy: false, failures: [], outcome: "finished", chains: 2, draws: 10, interval: 0.9 },
      ...{ seconds: 1.5, savedTo: "fit.json" },
    });
  });

  it("is believed as far as another run has explained its divergences, and no further", async () => {
    const { files } = await mmm([...fitSales, ...few, "--explained-divergences", "7"], sound);
    expect(JSON.parse(files["fit.json"]!)).toMatchObject({ record: { thresholds: { divergences: 7 } } });
  });
});

it("warnings go to standard error before the fit", async () => {
  const files = { ...sound, "sales.csv": salesCsv.split("\n").slice(0, 41).join("\n") };
  const { err } = await mmm([...fitSales, ...few], files);
  expect(err.split("\n", 2)).toEqual([
    "1 warning",
    expect.stringMatching(/^warning: sales\.csv, line 1: .* got 40 .*\[data\.few-periods\]$/),
  ]);
});

describe("nothing is written", () => {
  it("when the input is wrong or the output cannot be written, which is told together", async () => {
    const files = { ...sound, "sales.csv": spoiltCsv({ "4.tv": "-1" }) };
    const locked = { locked: { "fit.json": "no permission" } };
    const { code, out, err, files: after, shown } = await mmm(fitSales, files, locked);
    expect([code, out, after, shown]).toEqual([2, "", files, []]);
    expect(err).toBe(`2 errors
error: fit.json: the output must be writable, got no permission. Choose another path. [cli.unwritable-file]
error: sales.csv, line 4, column "tv", period 2023-01-16: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control. [data.negative-spend]
`);
  });

  it("over what is read", async () => {
    for (const output of ["sales.csv", "./mmm.yaml"]) {
      const { code, err, files } = await mmm([...fitSales, "--output", output], sound);
      expect([code, files]).toEqual([2, sound]);
      expect(err).toBe(
        `1 error\nerror: ${output}: the output must not replace what is read, got the path of an input. Choose another path. [cli.output-is-input]\n`,
      );
    }
  });

  it("when Ctrl-C comes before the first draw", async () => {
    const told =
      "fit: needs at least one draw per chain, got none before the cancel. Let it run longer. Nothing was saved.\n";
    expect(await mmm([...fitSales, ...few], sound, { interrupted: true })).toMatchObject({
      code: 3,
      out: "",
      err: told,
      files: sound,
    });
    const { out } = await mmm([...fitSales, ...few, "--json"], sound, { interrupted: true });
    expect(JSON.parse(out)).toMatchObject({ trustworthy: false, outcome: "cancelled" });
  });
});

it("a disk that fills up during the fit costs the file, not the results", async () => {
  const full = { full: { "fit.json": "a full disk" } };
  const { code, out, err, files } = await mmm([...fitSales, ...few, "--json"], sound, full);
  expect([code, files]).toEqual([4, sound]);
  expect(JSON.parse(out)).toMatchObject({ savedTo: null });
  expect(err).toBe(
    "1 error\nerror: fit.json: the output must be writable, got a full disk. Choose another path. [cli.unwritable-file]\n",
  );
});
