import { selectParameter } from "@mmm/posterior";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import type { Fit } from "../fit/fit.js";
import { replay } from "../forward/replay.js";
import { adstockCurves } from "./adstock-curves.js";
import { baselineOutcome } from "./baseline-outcome.js";
import { compareFits } from "./compare-fits.js";
import { contributions } from "./contributions.js";
import { counterfactual } from "./counterfactual.js";
import { expectedOutcome } from "./expected-outcome.js";
import { fitQuality } from "./fit-quality.js";
import { forecast } from "./forecast.js";
import { looOf } from "./loo-of.js";
import { predictedOutcome } from "./predicted-outcome.js";
import { priorPosterior } from "./prior-posterior.js";
import { isTrustworthy } from "./require-trust.js";
import { responseCurves } from "./response-curves.js";
import { roi } from "./roi.js";
import { saturationCurves } from "./saturation-curves.js";

let fitted: Fit;

beforeAll(async () => {
  fitted = await exampleFit();
}, 60_000);

describe("contributions", () => {
  it("sum to the expected KPI, draw by draw", () => {
    const { periods, controls } = fitted.dataset;
    replay(
      fitted,
      (forward) => {
        const media = forward.contributions();
        const control = forward.controls();
        const parts = forward.baselineParts.map((part) => forward.baseline(part));
        forward.mean().forEach((mean, t) => {
          let total = parts.reduce((sum, part) => sum + part[t]!, 0);
          fitted.dataset.channels.forEach((_, c) => (total += media[c * periods.length + t]!));
          controls.forEach((_, c) => (total += control[c * periods.length + t]!));
          expect(Math.abs(total / mean - 1)).toBeLessThan(1e-12);
        });
      },
      { atMost: 50 },
    );
  });

  it("have shares that sum to one and periods that sum to totals", () => {
    const { parts } = contributions(fitted);
    expect(parts.reduce((sum, { share }) => sum + share.mean, 0)).toBeCloseTo(1, 10);
    for (const { total, perPeriod } of parts) {
      const periods = perPeriod.mean.reduce((sum, value) => sum + value, 0);
      // Periods come from a quarter of the draws.
      expect(Math.abs(periods - total.mean)).toBeLessThan(0.2 * total.sd + 1e-9);
    }
  });
});

describe("roi", () => {
  it("is the coordinate that the prior was put on", () => {
    for (const { channel, roi: estimate } of roi(fitted)) {
      const { values } = selectParameter(fitted.draws, "roi", { channel });
      expect(estimate.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 10);
    }
  });

  it("is above 1 with the share of draws that are", () => {
    for (const { channel, probabilityAboveOne } of roi(fitted)) {
      const { values } = selectParameter(fitted.draws, "roi", { channel });
      const share = values.filter((value) => value > 1).length / values.length;
      expect(Math.abs(probabilityAboveOne - share)).toBeLessThan(0.002);
    }
  });

  it("is above marginal ROI, because the default saturation is concave", () => {
    for (const { roi: average, marginalRoi } of roi(fitted)) {
      expect(marginalRoi.mean).toBeLessThan(average.mean);
      expect(marginalRoi.mean).toBeGreaterThan(0);
    }
  });
});

describe("responseCurves", () => {
  it("are nothing without spend, today's increment at today's spend, and increase", () => {
    const today = roi(fitted);
    responseCurves(fitted, { multipliers: [0, 0.5, 1, 1.5] }).forEach(({ mean, spend }, channel) => {
      expect(mean[0]).toBe(0);
      expect(Math.abs(mean[2]! / today[channel]!.incremental.mean - 1)).toBeLessThan(0.05);
      expect(spend[2]).toBeCloseTo(today[channel]!.spend, 6);
      expect(mean[1]).toBeLessThan(mean[2]!);
      expect(mean[2]).toBeLessThan(mean[3]!);
    });
  });

  it("have the marginal ROI as marginal curve at today's spend", () => {
    const today = roi(fitted);
    responseCurves(fitted, { multipliers: [0, 1] }).forEach(({ marginal }, channel) => {
      // The KPI of the example is money; curves come from half of the draws.
      expect(marginal.mean[1]! / today[channel]!.marginalRoi.mean).toBeCloseTo(1, 1);
      expect(marginal.mean[0]!).toBeGreaterThan(marginal.mean[1]!);
    });
  });

  it("tell how much of them the data have not seen", () => {
    const [tv, search] = responseCurves(fitted, { multipliers: [0, 1, 1.05, 20] });
    expect([tv!.extrapolated[0], tv!.extrapolated[1], tv!.extrapolated[3]]).toEqual([0, 0, 1]);
    expect(search!.extrapolated[2]!).toBeGreaterThan(0);
    expect(search!.extrapolated[2]!).toBeLessThan(0.2);
  });

  it("refuse negative spend", () => {
    expect(() => responseCurves(fitted, { multipliers: [-1] })).toThrow(
      "responseCurves: multipliers must be finite and ≥ 0, got -1. Use 1 for today's spend.",
    );
  });
});

describe("fitQuality", () => {
  it("covers about as many periods as it promises", () => {
    const { coverage, r2, mape, expected } = fitQuality(fitted);
    // 104 periods at 90 %: outside 80–98 % with probability below 1 in 500.
    expect(coverage).toBeGreaterThan(0.8);
    expect(coverage).toBeLessThanOrEqual(1);
    expect(r2).toBeGreaterThan(0.5);
    expect(mape).toBeLessThan(0.2);
    expect(expected.length).toBe(fitted.dataset.periods.length);
  });
});

describe("priorPosterior", () => {
  it("shows the prior that was stated, and what the data made of it", () => {
    const rows = priorPosterior(fitted, { priorDraws: 4000 });
    const tv = rows.find(({ parameter }) => parameter === "roi[tv]")!;
    // LogNormal(0.2, 0.9): median 1.22, 5 % 0.278, 95 % 5.37; 4,000 draws know them to a few per cent.
    expect(tv.prior.median).toBeGreaterThan(1.15);
    expect(tv.prior.median).toBeLessThan(1.3);
    expect(Math.abs(tv.prior.low / 0.278 - 1)).toBeLessThan(0.1);
    expect(Math.abs(tv.prior.high / 5.37 - 1)).toBeLessThan(0.1);
    expect(tv.contraction).toBeCloseTo(
      1 - (tv.posterior.high - tv.posterior.low) / (tv.prior.high - tv.prior.low),
      12,
    );
    expect(rows.find(({ parameter }) => parameter === "noise_scale")!.contraction).toBeGreaterThan(0.8);
  });
});

describe("an untrustworthy fit", () => {
  const failed = (): Fit => ({ ...fitted, verdict: { ...fitted.verdict, trustworthy: false } });

  it("refuses every result", () => {
    const results: readonly ((fit: Fit) => unknown)[] = [
      ...[contributions, roi, responseCurves, fitQuality, priorPosterior],
      ...[expectedOutcome, predictedOutcome, baselineOutcome, adstockCurves, saturationCurves, looOf],
      (fit) => forecast(fit, { name: "plan", periods: [], channels: [] }),
      (fit) => counterfactual(fit, {}),
      (fit) => compareFits({ one: fit, other: fit }),
    ];
    for (const result of results) {
      expect(() => result(failed())).toThrow(/needs draws that passed their verdict, got a failed one/);
    }
    expect(isTrustworthy(fitted)).toBe(true);
  });

  it("speaks when told to", () => {
    expect(roi(failed(), { evenIfUntrustworthy: true })).toEqual(roi(fitted));
  });

  it("is also one whose chain failed", () => {
    const broken = {
      ...fitted,
      record: { ...fitted.record, failures: [{ chain: 2, reason: "worker died" }] },
    };
    expect(() => roi(broken)).toThrow(/chain 2 failed: worker died/);
  });
});
