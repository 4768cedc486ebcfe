import { checkDataset, IssueError } from "@mmm/data";
import { sum, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { type MarketPreset, marketPresets } from "./presets/market-presets.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { simulateMarket } from "./simulate-market.js";

describe("presets", () => {
  const names = Object.keys(marketPresets) as MarketPreset[];

  test.each(names)("%s gives data that no check remarks upon, whatever the seed", (name) => {
    const seeds = name === "large-business" ? 1 : 6;
    // Four channels and two controls ask a little more of 104 weeks than there are.
    const expected = name === "small-business" ? ["data.few-periods"] : [];
    for (let seed = 1; seed <= seeds; seed++) {
      const issues = checkDataset(simulateMarket(marketPresets[name], seed).dataset);
      expect(issues.map(({ code }) => code)).toEqual(expected);
    }
  });

  test.each(names)(
    "%s is plausible: returns, share of media, noise, and further money that brings less",
    (name) => {
      const { dataset, truth } = simulateMarket(marketPresets[name], 1);
      for (const { roi, marginalRoi } of truth.channels) {
        expect(roi).toBeGreaterThan(0.5);
        expect(roi).toBeLessThan(5);
        expect(marginalRoi).toBeLessThan(roi);
      }
      const sold = sum(dataset.kpi.values);
      const byMedia = sum(truth.channels.map(({ totalContribution }) => totalContribution));
      expect(byMedia / sold).toBeGreaterThan(0.1);
      expect(byMedia / sold).toBeLessThan(0.4);
      const relative = truth.noise.values.map((value, at) => value / truth.expected[at]!);
      expect(Math.sqrt(variance(relative))).toBeGreaterThan(0.02);
      expect(Math.sqrt(variance(relative))).toBeLessThan(0.1);
    },
  );
});

test("a channel's contribution is the formula written out", () => {
  const { dataset, truth } = simulateMarket(marketPresets.national, 3);
  truth.channels.forEach((channel, k) => {
    const { adstock, saturation, coefficient, meanActiveMedia, contribution } = channel;
    const { spend, exposure } = dataset.channels[k]!;
    const media = Array.from(exposure?.values ?? spend);
    expect(channel.media).toBe(exposure === undefined ? "spend" : "exposure");
    const active = media.filter((value) => value > 0);
    expect(meanActiveMedia).toBeCloseTo(active.reduce((a, b) => a + b) / active.length, 3);
    const retention = Number(adstock.retention);
    expect(adstock.kind).toBe("geometric");
    expect(["hill", "logistic"]).toContain(saturation.kind);
    let stock = 0;
    media.forEach((value, t) => {
      stock = retention * stock + (1 - retention) * value;
      const reached =
        saturation.kind === "hill"
          ? stock / (Number(saturation.halfSaturation) + stock)
          : Math.tanh((Number(saturation.rate) * stock) / 2);
      expect(Math.abs(contribution[t]! - coefficient * reached)).toBeLessThan(1e-9 * coefficient);
    });
  });
});

test("saturation is described in mean active periods and told in media units", () => {
  const { truth } = simulateMarket(marketPresets.national, 1);
  const [tv, , , search] = truth.channels;
  expect(tv!.saturation).toEqual({ kind: "hill", halfSaturation: 0.9 * tv!.meanActiveMedia, slope: 1 });
  expect(search!.saturation).toEqual({ kind: "logistic", rate: 1.4 / search!.meanActiveMedia });
});

test("a channel that returns nothing contributes nothing", () => {
  const channels = [{ name: "tv", spendPerPeriod: 100, roi: 0 }];
  const { truth } = simulateMarket(parseMarketDescription({ channels }), 1);
  expect(truth.channels[0]!.contribution.every((value) => value === 0)).toBe(true);
  expect(truth.channels[0]!.marginalRoi).toBe(0);
});

function messagesOf(input: object, seed: number): readonly string[] {
  try {
    simulateMarket(parseMarketDescription(input), seed);
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map(({ code, message }) => `${message} [${code}]`);
    throw error;
  }
  return [];
}

test("sales that fall to zero are refused", () => {
  const input = {
    periods: 20,
    kpi: { baselinePerPeriod: 100 },
    trend: { kind: "linear", change: -2.1 },
    seasonality: [],
    channels: [{ name: "tv", spendPerPeriod: 1, roi: 0 }],
    noise: { kind: "normal", sd: 0 },
  };
  expect(messagesOf(input, 1)).toEqual([
    "period 2022-05-16, market: sales must be > 0 in every period, got -5 here and 1 of 20 periods in all. " +
      "Lower the noise, the amplitudes or the negative effects, or raise the baseline. [market.sales-not-positive]",
  ]);
});

test("a channel that never runs is refused", () => {
  const pattern = { kind: "flights", onPeriods: 1, offPeriods: 10_000 };
  const input = { periods: 8, channels: [{ name: "tv", spendPerPeriod: 1, roi: 0, pattern }] };
  expect(messagesOf(input, 1)).toEqual([
    'channel "tv", market.channels[0].pattern: the channel must run in some period, got no spend in 8 periods. ' +
      "Simulate more periods, or shorten the pauses. [market.no-spend]",
  ]);
});

test("a description that somebody spoilt after parsing is refused as well", () => {
  expect(() => simulateMarket({ ...marketPresets.small, periods: 3 }, 1)).toThrow(
    "market.periods: must be ≥ 8, got 3.",
  );
});

describe("a KPI in units", () => {
  const units = {
    kpi: {
      ...{ name: "orders", unit: "orders", baselinePerPeriod: 4000 },
      revenuePerKpi: { mean: 50, change: 0.2, variation: 0.02 },
    },
    channels: [{ name: "tv", spendPerPeriod: 20_000, roi: 1.5 }],
    noise: { kind: "negative-binomial" },
  };

  test("is counted, with its price beside, and the ROI is money for money", () => {
    const { dataset, truth } = simulateMarket(parseMarketDescription(units), 1);
    expect(dataset.kpi.values.every((value) => Number.isInteger(value))).toBe(true);
    const price = dataset.kpi.revenuePerKpi!;
    expect(price.name).toBe("revenue_per_kpi");
    // A line from 45 to 55 with scatter of 2 %.
    expect(Math.abs(price.values[0]! / 45 - 1)).toBeLessThan(0.1);
    expect(Math.abs(price.values.at(-1)! / 55 - 1)).toBeLessThan(0.1);
    const [tv] = truth.channels;
    const revenue = tv!.contribution.reduce((total, orders, t) => total + orders * price.values[t]!, 0);
    expect(Math.abs(revenue / tv!.totalSpend - 1.5)).toBeLessThan(1e-12);
    expect(Math.abs(tv!.totalRevenue / revenue - 1)).toBeLessThan(1e-12);
    expect(tv!.totalContribution / tv!.totalRevenue).toBeGreaterThan(1 / 56);
    expect(tv!.totalContribution / tv!.totalRevenue).toBeLessThan(1 / 44);
    expect(tv!.responseCurve.revenue[5]).toBe(tv!.totalRevenue);
    expect(tv!.responseCurve.incremental[5]).toBe(tv!.totalContribution);
  });

  test("may be 0 in some periods, but not by expectation", () => {
    const few = { ...units, kpi: { ...units.kpi, baselinePerPeriod: 2 }, noise: { kind: "poisson" } };
    const channels = [{ name: "tv", spendPerPeriod: 10, roi: 0.1 }];
    const { dataset } = simulateMarket(parseMarketDescription({ ...few, channels }), 1);
    expect(dataset.kpi.values).toContain(0);
    const control = { kind: "event", name: "strike", effect: -1.4 };
    expect(messagesOf({ ...few, channels, controls: [control] }, 1)[0]).toContain("sales must be > 0");
  });
});
