import { describe, expect, it } from "vitest";
import { mmm } from "./made-up-world.contract.js";
import { main } from "./main.js";
import type { World } from "./world.js";

describe("help", () => {
  it("goes to standard output, with examples and exit codes, no wider than a terminal", async () => {
    const { code, out, err } = await mmm(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: mmm [options] [command]");
    expect(out).toContain(`Exit codes:
  0  done, and the verdict passed where there was one
  1  done, but the draws did not pass their verdict: do not use the numbers
  2  wrong input: every fault is told, nothing is written
  3  interrupted: what was drawn is judged and saved
  4  mmm itself failed
`);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("of every command gives examples that start with it", async () => {
    for (const command of ["demo", "simulate", "check", "fit", "results"]) {
      const { code, out } = await mmm([command, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: mmm ${command} [options]`);
      expect(out).toContain(`Examples:\n  mmm ${command}`);
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it("lists every result with what it says", async () => {
    const { out } = await mmm(["results", "--help"]);
    expect(out).toContain(`Results:
  summary        verdict, fit and ROI, as after a fit
  roi            ROI and marginal ROI of each channel
  contributions  what each channel and each part of the baseline brought
  curves         what each channel would bring with less or more spend
  saturation     what a period brings in the long run by its media
  adstock        how long each channel works: half-lives and shares by lag
  outcome        the KPI by period: expected, with its noise, and without media
  priors         prior beside posterior of every parameter
  quality        how well the model describes the data
  loo            how well each value is predicted by all others (PSIS-LOO)
  parameters     every parameter with its diagnostics
`);
  });

  it("is what a call without a command gets, as an error", async () => {
    const { code, out, err } = await mmm([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: mmm");
  });
});

it("the version is printed", async () => {
  expect(await mmm(["--version"])).toMatchObject({ code: 0, out: "1.2.3\n", err: "" });
});

describe("wrong usage ends with 2, says what was meant, and prints nothing", () => {
  it.each([
    ["fti", "error: unknown command 'fti'\n(Did you mean fit?)\n(mmm --help says more)\n"],
    ["fit", "error: missing required argument 'csv'\n(mmm fit --help says more)\n"],
    [
      "fit a.csv --chanels tv",
      "error: unknown option '--chanels'\n(Did you mean --channels?)\n(mmm fit --help says more)\n",
    ],
    [
      "fit a.csv b.csv",
      "error: too many arguments for 'fit'. Expected 1 argument but got 2.\n(mmm fit --help says more)\n",
    ],
    [
      "fit a.csv --draws 1e3",
      "error: option '--draws <n>' argument '1e3' is invalid. It must be a whole number from 1 to 1000000.\n(mmm fit --help says more)\n",
    ],
    [
      "fit a.csv --chains 0",
      "error: option '--chains <n>' argument '0' is invalid. It must be a whole number from 1 to 1000.\n(mmm fit --help says more)\n",
    ],
    [
      "fit a.csv --target-acceptance 1",
      "error: option '--target-acceptance <p>' argument '1' is invalid. It must lie between 0 and 1, such as 0.95.\n(mmm fit --help says more)\n",
    ],
    [
      "fit a.csv --seed=",
      "error: option '--seed <seed>' argument '' is invalid. It must be a number or a word.\n(mmm fit --help says more)\n",
    ],
    [
      "results a.json --interval 2",
      "error: option '--interval <p>' argument '2' is invalid. It must lie between 0 and 1, such as 0.9.\n(mmm results --help says more)\n",
    ],
    [
      "results a.json --show contribution",
      "error: option '--show <result>' argument 'contribution' is invalid. It must be one of summary, roi, contributions, curves, saturation, adstock, outcome, priors, quality, loo, parameters. Did you mean \"contributions\"?\n(mmm results --help says more)\n",
    ],
    [
      "simulate --preset nationl",
      "error: option '--preset <name>' argument 'nationl' is invalid. It must be one of national, small, geo, brand-region, daily-campaigns, small-business, growing-business, medium-business, large-business. Did you mean \"national\"?\n(mmm simulate --help says more)\n",
    ],
  ])("mmm %s", async (words, told) => {
    expect(await mmm(words.split(" "))).toMatchObject({ code: 2, out: "", err: told, files: {} });
  });
});

it("a fault of ours ends with 4 and shows where it is", async () => {
  const told: string[] = [];
  const broken: Partial<World> = {
    version: "1.2.3",
    tell: (text) => void told.push(text),
    readText: () => {
      throw new Error("disk on fire");
    },
  };
  expect(await main(["check", "a.csv", "--config", "b.yaml"], broken as World)).toBe(4);
  expect(told.join("\n")).toMatch(
    /^mmm 1\.2\.3 failed, and not because of your input\. Please report this:\nError: disk on fire\n {4}at /,
  );
});
