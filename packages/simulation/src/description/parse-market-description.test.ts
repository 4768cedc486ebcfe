import { IssueError } from "@mmm/data";
import { expect, test } from "vitest";
import { marketPreset, marketPresets } from "../presets/market-presets.js";
import { parseMarketDescription } from "./parse-market-description.js";

const tv = { name: "tv", spendPerPeriod: 100, roi: 2 };

function faultsOf(input: unknown): readonly string[] {
  try {
    parseMarketDescription(input);
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map(({ code, message }) => `${message} [${code}]`);
    throw error;
  }
  return [];
}

test("every default is written in", () => {
  expect(parseMarketDescription({ channels: [tv] })).toEqual({
    name: "market",
    start: "2022-01-03",
    periods: 156,
    periodDays: 7,
    panel: null,
    kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 1_000_000 },
    trend: { kind: "linear", change: 0.1 },
    seasonality: [
      {
        kind: "yearly",
        harmonics: [
          { amplitude: 0.1, peak: "12-10" },
          { amplitude: 0.04, peak: "05-20" },
        ],
      },
    ],
    controls: [],
    channels: [
      {
        ...tv,
        pattern: { kind: "continuous", persistence: 0.5, variation: 0.2 },
        exposure: null,
        cells: "together",
        adstock: { kind: "geometric", retention: 0.4, normalize: true, window: null, lead: 0 },
        saturation: { kind: "hill", halfSaturation: 1, slope: 1 },
      },
    ],
    noise: { kind: "normal", sd: 0.03, autocorrelation: 0 },
  });
});

test("a complete description comes back equal", () => {
  for (const preset of Object.values(marketPresets)) expect(parseMarketDescription(preset)).toEqual(preset);
});

test("every fault is found at once, with its path and the nearest name", () => {
  expect(
    faultsOf({
      periods: 4,
      start: "2022-02-30",
      seasonalty: [],
      controls: [{ kind: "holiday", name: "leap day", day: "02-29", effect: 0.1 }],
      channels: [
        { name: "tv", roi: 1, spendPerPeriod: -5, adstock: { kind: "geometrc" } },
        { ...tv, pattern: { kind: "flights", onPeriod: 3 }, saturation: { kind: "hill", slope: 0 } },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "market.start: must be a date YYYY-MM-DD, got "2022-02-30". Write a day that exists, such as 2022-01-03. [market.invalid]",
      "market.periods: must be ≥ 8, got 4. Change the value. [market.out-of-range]",
      "market.controls[0].day: must be a day of every year, MM-DD, got "02-29". Write a day such as 12-24. [market.invalid]",
      "market.channels[0].spendPerPeriod: must be > 0, got -5. Change the value. [market.out-of-range]",
      "market.channels[0].adstock.kind: must be one of the allowed values, got "geometrc" (geometric, half-life, delayed, binomial, weibull-pdf, weibull-cdf, beta-gamma, none). Did you mean "geometric"? [market.not-allowed]",
      "market.channels[1].pattern.onPeriod: must be a known key, got "onPeriod" (kind, onPeriods, offPeriods, variation). Did you mean "onPeriods"? [market.unknown-key]",
      "market.channels[1].saturation.slope: must be > 0, got 0. Change the value. [market.out-of-range]",
      "market.seasonalty: must be a known key, got "seasonalty" (name, start, periods, periodDays, panel, kpi, trend, seasonality, controls, channels, noise). Did you mean "seasonality"? [market.unknown-key]",
      "market.channels[1].name: KPI, panel, channels, exposures and controls must have different names, got "tv" as in market.channels[0].name. Rename one of the two. [market.duplicate-name]",
    ]
  `);
});

test("names that clash are told with both places; a channel and an exposure may share one", () => {
  const exposure = { name: "tv", costPerExposure: 1 };
  expect(faultsOf({ channels: [{ ...tv, exposure }] })).toEqual([]);
  expect(
    faultsOf({
      controls: [{ kind: "event", name: "revenue", effect: 0.1 }],
      channels: [tv, { ...tv, exposure: { ...exposure, name: "revenue" } }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "market.controls[0].name: KPI, panel, channels, exposures and controls must have different names, got "revenue" as in market.kpi.name. Rename one of the two. [market.duplicate-name]",
      "market.channels[1].name: KPI, panel, channels, exposures and controls must have different names, got "tv" as in market.channels[0].name. Rename one of the two. [market.duplicate-name]",
      "market.channels[1].exposure.name: KPI, panel, channels, exposures and controls must have different names, got "revenue" as in market.kpi.name. Rename one of the two. [market.duplicate-name]",
    ]
  `);
});

test("what is no description is refused without a crash", () => {
  for (const input of [
    undefined,
    null,
    5,
    "market",
    [],
    { kpi: 3 },
    { channels: [null] },
    { channels: {} },
  ]) {
    expect(faultsOf(input).length).toBeGreaterThan(0);
  }
});

test("a market that is not ready is refused with the nearest name", () => {
  expect(marketPreset("national")).toBe(marketPresets.national);
  expect(() => marketPreset("nationl")).toThrow(
    'preset: must be a market that is ready, got "nationl" (national, small, geo, brand-region). Did you mean "national"?',
  );
  expect(() => marketPreset("toString")).toThrow("Choose one of them.");
});
