import type { Verdict } from "@mmm/posterior";
import { expect, it } from "vitest";
import { describeFit, type FitSummary } from "./fit-summary.js";

const estimate = (mean: number, low: number, high: number) => ({ mean, median: mean, sd: 1, low, high });

const check = {
  name: "rhat",
  kind: "trust",
  passed: true,
  value: 1.002,
  comparison: "<",
  threshold: 1.01,
  source: "vehtari2021",
  worst: "roi[tv] 1.002",
  advice: "",
} as const;

const passed: FitSummary = {
  trustworthy: true,
  verdict: { trustworthy: true, checks: [check] },
  failures: [],
  outcome: "finished",
  ...{ chains: 4, draws: 1000, gradients: 107_394, interval: 0.9 },
  roi: [
    {
      ...{ channel: "tv", spend: 6_552_003, incremental: estimate(8.9e6, 6e6, 12e6) },
      ...{ roi: estimate(1.36, 0.992, 1.82), marginalRoi: estimate(0.829, 0.572, 1.11) },
      ...{ probabilityAboveOne: 0.93, costPerIncremental: estimate(0.74, 0.55, 1.01) },
      ...{ share: estimate(0.046, 0.03, 0.06), contraction: 0.841 },
    },
    {
      ...{ channel: "search", spend: 812_345, incremental: estimate(4e6, 2e6, 7e6) },
      ...{ roi: estimate(5.03, 2.36, 9.17), marginalRoi: estimate(2.54, 1.43, 3.78) },
      ...{ probabilityAboveOne: 1, costPerIncremental: estimate(0.2, 0.11, 0.42) },
      ...{ share: estimate(0.098, 0.05, 0.2), contraction: -0.32 },
    },
  ],
  quality: { r2: 0.9536, mape: 0.018, coverage: 0.917 },
};

const failed: Verdict = {
  trustworthy: false,
  checks: [
    {
      ...check,
      passed: false,
      value: 1.075,
      worst: "half_saturation[tv] 1.075, seasonality[sin 1] 1.057 and 16 more",
      advice:
        "The chains give different answers for half_saturation[tv]. More draws will not settle that: look at its trace.",
    },
  ],
};

it("a trustworthy fit shows verdict, quality and ROI, with the interval in the headers", () => {
  expect(describeFit(passed)).toBe(`Trustworthy: all 1 checks passed.
  ok    R-hat, worst              1.002  < 1.01    roi[tv] 1.002

In sample: R² 0.954, MAPE 1.8 %, 91.7 % of periods inside 90 % intervals

                   share                90 %  marginal          90 %
channel    spend  of KPI   ROI      interval       ROI      interval  learned
───────  ───────  ──────  ────  ────────────  ────────  ────────────  ───────
tv        6.55 M   4.6 %  1.36  0.992 – 1.82     0.829  0.572 – 1.11   84.1 %
search   812,345   9.8 %  5.03   2.36 – 9.17      2.54   1.43 – 3.78  -32.0 %

learned: how much narrower the interval of the ROI is than that of its prior;
near 0 % or below, the ROI says little more than its prior.`);
});

it("a fit that did not pass shows advice within a terminal's width, and no number", () => {
  const { roi: _roi, quality: _quality, ...head } = { ...passed, trustworthy: false, verdict: failed };
  expect(describeFit(head)).toBe(`Not trustworthy yet: 1 of 1 checks failed.
  FAIL  R-hat, worst              1.075  < 1.01    half_saturation[tv] 1.075,
        seasonality[sin 1] 1.057 and 16 more
        The chains give different answers for half_saturation[tv]. More draws
        will not settle that: look at its trace.

No results: the draws did not pass their verdict. \`mmm results <fit>
--even-if-untrustworthy\` shows numbers that may be wrong.`);
});

it("whoever insists is warned above the numbers", () => {
  const lines = describeFit({ ...passed, trustworthy: false, verdict: failed, interval: 0.5 }).split("\n");
  const warned = lines.indexOf("The verdict FAILED: the numbers below may be wrong.");
  expect(lines.slice(warned, warned + 5).join("\n")).toMatch(
    /^The verdict FAILED: the numbers below may be wrong\.\n\nIn sample: R² 0\.954, .* inside 50 % intervals\n\n +share +50 % +marginal +50 %$/,
  );
});

it("an interrupted run and chains that failed are told before anything else can be believed", () => {
  const told = describeFit({
    ...{ ...passed, trustworthy: false, chains: 2, draws: 2139 },
    outcome: "cancelled",
    failures: [{ chain: 3, reason: "worker: must live until its chain ends, got exit code 1." }],
  });
  expect(told.split("\n").slice(0, 4)).toEqual([
    "Interrupted: the verdict is on 2 chains of 2,139 draws.",
    "Trustworthy: all 1 checks passed.",
    "  ok    R-hat, worst              1.002  < 1.01    roi[tv] 1.002",
    "chain 3 failed: worker: must live until its chain ends, got exit code 1.",
  ]);
});
