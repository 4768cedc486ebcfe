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
    kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 1_000_000, revenuePerKpi: null },
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
    noise: { kind: "normal", sd: 0.03, autocorrelation: 0, sizeExponent: 0 },
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

test("what does not fit together is found beside what is wrong by itself", () => {
  const following = (channel: string) => ({ kind: "following", channel });
  expect(
    faultsOf({
      periodDays: 7,
      seasonality: [{ kind: "weekday" }, { kind: "cycle", cycleDays: 1, harmonics: [] }],
      trend: { kind: "piecewise", breaks: [0.5, 0.4], changes: [0.1, 0.2] },
      noise: { kind: "negative-binomial", variation: 0 },
      kpi: { revenuePerKpi: { name: "tv", mean: 0 } },
      panel: {
        dimensions: [
          { name: "geo", levels: ["a", "b", "a"] },
          { name: "geo", levels: ["x × y"], scatter: { effect: 0.1 } },
        ],
        population: { kind: "given", values: [1, 2] },
      },
      channels: [
        { ...tv, pattern: following("radio") },
        { ...tv, name: "radio", pattern: following("tv"), cells: "alone" },
        { ...tv, name: "print", pattern: following("rado") },
      ],
      controls: [{ kind: "price", name: "tv", elasticity: "high" }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "market.panel.dimensions[0].levels: must be levels that differ, got a list of 3. Leave out what stands twice. [market.invalid]",
      "market.panel.dimensions[1].levels[0]: must not hold ' × ', which stands between the levels of a cell's name, got "x × y". Write another sign. [market.invalid]",
      "market.panel.dimensions[1].scatter.effect: must be a known key, got "effect" (spend, baseline, trend, seasonality, controls, effects, adstock, saturation, noise). Did you mean "effects"? [market.unknown-key]",
      "market.panel.population.values: must hold 3 numbers, one for each cell, got a list of 2. Give one for each combination of levels, the last dimension fastest. [market.invalid]",
      "market.kpi.revenuePerKpi.mean: must be > 0, got 0. Change the value. [market.out-of-range]",
      "market.trend.breaks: must be rising shares of the window, got a list of 2. Write them from the first to the last. [market.invalid]",
      "market.trend.changes: must hold one number more than breaks, got a list of 2. Give a change for each stretch between two breaks, and for the first and the last. [market.invalid]",
      "market.seasonality[1].cycleDays: must be ≥ 2, got 1. Change the value. [market.out-of-range]",
      "market.seasonality[1].harmonics: must not be empty, got a list of 0. Fill it in. [market.out-of-range]",
      "market.controls[0].elasticity: must be a number, got "high". Change the value. [market.wrong-type]",
      "market.channels[1].cells: must be one of the allowed values, got "alone" (together, apart). Choose one of them. [market.not-allowed]",
      "market.noise.variation: must be > 0, got 0. Change the value. [market.out-of-range]",
      "market.panel.dimensions[1].name: KPI, panel, channels, exposures and controls must have different names, got "geo" as in market.panel.dimensions[0].name. Rename one of the two. [market.duplicate-name]",
      "market.controls[0].name: KPI, panel, channels, exposures and controls must have different names, got "tv" as in market.kpi.revenuePerKpi.name. Rename one of the two. [market.duplicate-name]",
      "market.channels[0].name: KPI, panel, channels, exposures and controls must have different names, got "tv" as in market.kpi.revenuePerKpi.name. Rename one of the two. [market.duplicate-name]",
      "market.channels[0].pattern.channel: channels must not follow each other in a circle, got "radio". Give one of them a pattern of its own. [market.circular-following]",
      "market.channels[1].pattern.channel: channels must not follow each other in a circle, got "tv". Give one of them a pattern of its own. [market.circular-following]",
      "market.channels[2].pattern.channel: must be another channel, got "rado" (tv, radio). Did you mean "radio"? [market.unknown-channel]",
      "market.seasonality[0]: days of the week need periods of a day, got periodDays 7. Let periodDays be 1, or leave the weekdays out. [market.weekdays-in-weeks]",
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
    'preset: must be a market that is ready, got "nationl" (national, small, geo, brand-region, daily-campaigns, small-business, growing-business, medium-business, large-business). Did you mean "national"?',
  );
  expect(() => marketPreset("toString")).toThrow("Choose one of them.");
});
