import { dayNumber } from "@mmm/data";
import { mean, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { type Market, simulateMarket } from "../simulate-market.js";

function simulate(rest: object): Market {
  const channels = [{ name: "tv", spendPerPeriod: 10, roi: 1 }];
  return simulateMarket(parseMarketDescription({ kpi: { baselinePerPeriod: 1000 }, channels, ...rest }), 1);
}

test("the trend is a line that gains its share and leaves the mean", () => {
  const { trend } = simulate({ periods: 101, trend: { kind: "linear", change: 0.3 } }).truth.baseline;
  expect(trend.change).toEqual(Float64Array.of(300));
  expect([trend.values[0], trend.values[50], trend.values[100]]).toEqual([-150, 0, 150]);
  expect(Math.abs(mean(trend.values))).toBeLessThan(1e-10);
});

test("no trend is a line at zero", () => {
  const { trend } = simulate({ trend: { kind: "none" } }).truth.baseline;
  expect(trend.change).toEqual(Float64Array.of(0));
  expect(trend.values.every((value) => Math.abs(value) === 0)).toBe(true);
});

test("a wave of the year stands highest on its day, at its amplitude", () => {
  const seasonality = [{ kind: "yearly", harmonics: [{ amplitude: 0.2, peak: "03-10" }] }];
  const { truth } = simulate({ periods: 1461, periodDays: 1, start: "2021-01-01", seasonality });
  const { values } = truth.baseline.seasonality;
  const highest = values.indexOf(Math.max(...values));
  expect(truth.periods[highest]!.slice(5)).toMatch(/^03-(09|10|11)$/);
  expect(Math.abs(values[highest]! - 200)).toBeLessThan(0.1);
  expect(Math.abs(mean(values))).toBeLessThan(1e-9);
});

test("the sine and cosine coefficients are the waves, with days counted from 1970", () => {
  const { harmonics, values } = simulate({}).truth.baseline.seasonality;
  expect(harmonics.map(({ waves }) => waves)).toEqual([1, 2]);
  simulate({}).truth.periods.forEach((period, t) => {
    const angle = (2 * Math.PI * dayNumber(period)) / 365.25;
    const wave = harmonics.map(
      ({ waves: k, sine, cosine }) => sine[0]! * Math.sin(k * angle) + cosine[0]! * Math.cos(k * angle),
    );
    expect(Math.abs(wave[0]! + wave[1]! - values[t]!)).toBeLessThan(1e-9);
  });
});

describe("controls", () => {
  test("a continuous one wanders around its mean; its effect is per standard deviation and leaves the mean", () => {
    const price = { kind: "continuous", name: "price", mean: 50, sd: 4, persistence: 0.5, effect: -0.1 };
    const { dataset, truth } = simulate({ periods: 2000, controls: [price] });
    const [control] = truth.baseline.controls;
    const { values } = dataset.controls[0]!;
    // 2,000 periods of persistence 0.5: standard errors 0.15 of the mean and 0.1 of the sd; bounds of four of them.
    expect(Math.abs(mean(values) - 50)).toBeLessThan(0.6);
    expect(Math.abs(Math.sqrt(variance(values)) - 4)).toBeLessThan(0.4);
    expect(control!.coefficient).toEqual(Float64Array.of(-25));
    expect(control!.reference).toEqual(Float64Array.of(mean(values)));
    expect(Math.abs(mean(control!.contribution))).toBeLessThan(1e-9);
    expect(control!.values).toEqual(values);
  });

  test("a holiday is the week of its day and those before it, across the turn of a year as well", () => {
    const controls = [
      { kind: "holiday", name: "christmas", day: "12-24", lengthPeriods: 2, effect: 0.2 },
      { kind: "holiday", name: "new year", day: "01-01", lengthPeriods: 2, effect: 0.1 },
    ];
    const { dataset, truth } = simulate({ start: "2022-01-03", periods: 156, controls });
    const weeksOf = (k: number) => dataset.periods.filter((_, t) => dataset.controls[k]!.values[t] === 1);
    expect(weeksOf(0)).toEqual([
      ...["2022-12-12", "2022-12-19", "2023-12-11", "2023-12-18", "2024-12-16", "2024-12-23"],
    ]);
    expect(weeksOf(1)).toEqual([...["2022-12-19", "2022-12-26", "2023-12-25", "2024-01-01", "2024-12-23"]]);
    expect(truth.baseline.controls[0]).toMatchObject({
      coefficient: Float64Array.of(200),
      reference: Float64Array.of(0),
    });
    expect(Math.max(...truth.baseline.controls[0]!.contribution)).toBe(200);
  });

  test("events come as often as described", () => {
    const controls = [{ kind: "event", name: "promotion", perYear: 6, lengthPeriods: 2, effect: 0.2 }];
    const { values } = simulate({ periods: 522, controls }).dataset.controls[0]!;
    const starts = values.filter((value, t) => value === 1 && values[t - 1] !== 1).length;
    expect(starts).toBeGreaterThan(45);
    expect(starts).toBeLessThanOrEqual(60);
    expect(values.every((value) => value === 0 || value === 1)).toBe(true);
  });

  test("a hidden one moves sales and is not in the data", () => {
    const hidden = { kind: "event", name: "rival", effect: -0.2, observed: false };
    const { dataset, truth } = simulate({ controls: [hidden] });
    expect(dataset.controls).toEqual([]);
    expect(truth.baseline.controls[0]).toMatchObject({
      name: "rival",
      observed: false,
      coefficient: Float64Array.of(-200),
    });
    expect(Math.min(...truth.baseline.controls[0]!.contribution)).toBe(-200);
  });
});

describe("a piecewise trend", () => {
  const trend = { kind: "piecewise", breaks: [0.25, 0.75], changes: [0.2, -0.1, 0.05] };

  test("gains its change in each stretch, and leaves the mean", () => {
    const { change, segments, values } = simulate({ periods: 101, trend }).truth.baseline.trend;
    expect(change[0]).toBeCloseTo(150, 9);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.25],
      [0.25, 0.75],
      [0.75, 1],
    ]);
    expect(segments.map((segment) => segment.change[0])).toEqual([200, -100, 50]);
    expect(values[25]! - values[0]!).toBeCloseTo(200, 9);
    expect(values[75]! - values[25]!).toBeCloseTo(-100, 9);
    expect(values[100]! - values[75]!).toBeCloseTo(50, 9);
    expect(values[10]! - values[9]!).toBeCloseTo(8, 9);
    expect(Math.abs(mean(values))).toBeLessThan(1e-9);
  });

  test("of one stretch is the linear one", () => {
    const pieces = { kind: "piecewise", breaks: [0.4], changes: [0.04, 0.06] };
    const bent = simulate({ trend: pieces }).truth.baseline.trend.values;
    const line = simulate({ trend: { kind: "linear", change: 0.1 } }).truth.baseline.trend.values;
    bent.forEach((value, t) => expect(Math.abs(value - line[t]!)).toBeLessThan(1e-9));
  });
});

describe("several seasonalities", () => {
  test("weekdays come back every seven days and leave the mean of a week", () => {
    const effects = [0, 0, 0, 0, 0, 0.7, 0];
    const seasonality = [{ kind: "weekday", effects }];
    const { truth } = simulate({ periods: 70, periodDays: 1, start: "2024-01-01", seasonality });
    const { weekdays, values, harmonics } = truth.baseline.seasonality;
    expect(harmonics).toEqual([]);
    expect([...weekdays]).toEqual([
      ...[-100, -100, -100, -100, -100].map((value) => expect.closeTo(value, 9)),
      expect.closeTo(600, 9),
      expect.closeTo(-100, 9),
    ]);
    // 2024-01-01 was a Monday.
    values.forEach((value, t) => expect(value).toBe(weekdays[t % 7]));
    expect(Math.abs(mean(values))).toBeLessThan(1e-9);
  });

  test("a cycle has its length and its peaks, and adds to the others", () => {
    const year = { kind: "yearly", harmonics: [{ amplitude: 0.1, peak: "01-01" }] };
    const cycle = { kind: "cycle", cycleDays: 28, harmonics: [{ amplitude: 0.05, peakDay: 4 }] };
    const both = simulate({ seasonality: [year, cycle] }).truth.baseline.seasonality;
    const alone = [[year], [cycle]].map(
      (seasonality) => simulate({ seasonality }).truth.baseline.seasonality,
    );
    expect(both.harmonics.map(({ cycleDays, waves }) => [cycleDays, waves])).toEqual([
      [365.25, 1],
      [28, 1],
    ]);
    both.values.forEach((value, t) => {
      expect(Math.abs(value - alone[0]!.values[t]! - alone[1]!.values[t]!)).toBeLessThan(1e-9);
    });
    const [own] = alone[1]!.harmonics;
    expect(own!.amplitude[0]).toBe(50);
    alone[1]!.values.forEach((value, t, all) => {
      if (t >= 4) expect(Math.abs(value - all[t - 4]!)).toBeLessThan(1e-9);
    });
    expect(Math.max(...alone[1]!.values)).toBeCloseTo(50, 9);
  });
});

describe("price and promotion", () => {
  test("a price stands still between a few changes, and demand answers by its elasticity", () => {
    const price = {
      kind: "price",
      name: "price",
      mean: 20,
      changesPerYear: 4,
      variation: 0.1,
      elasticity: -2,
    };
    const { dataset, truth } = simulate({ periods: 520, controls: [price] });
    const { values } = dataset.controls[0]!;
    const changes = values.filter((value, t) => t > 0 && value !== values[t - 1]).length;
    expect(changes).toBeGreaterThan(30);
    expect(changes).toBeLessThanOrEqual(40);
    const [control] = truth.baseline.controls;
    // 1 % of 20 is 0.2, and 2 % of 1000 is 20.
    expect(control!.coefficient[0]).toBeCloseTo(-100, 9);
    expect(Math.abs(mean(control!.contribution))).toBeLessThan(1e-9);
    // Some forty levels of scatter 0.1: four standard errors of their mean are 6 %.
    expect(Math.abs(mean(values) / 20 - 1)).toBeLessThan(0.08);
  });

  test("a promotion is as deep as it is, and moves the KPI in proportion", () => {
    const promotion = {
      kind: "promotion",
      name: "discount",
      perYear: 8,
      lengthPeriods: 2,
      depth: 0.25,
      effect: 0.3,
    };
    const { dataset, truth } = simulate({ periods: 520, controls: [promotion] });
    const { values } = dataset.controls[0]!;
    const depths = values.filter((value) => value > 0);
    expect(depths.length).toBeGreaterThan(120);
    expect(depths.length).toBeLessThanOrEqual(160);
    expect(new Set(depths).size).toBeGreaterThan(50);
    expect(Math.abs(mean(depths) / 0.25 - 1)).toBeLessThan(0.1);
    expect(Math.max(...depths)).toBeLessThan(0.95);
    const [control] = truth.baseline.controls;
    expect(control!.coefficient[0]).toBeCloseTo(1200, 9);
    expect(control!.reference[0]).toBe(0);
  });

  test("known dates are the periods that hold them", () => {
    const dates = {
      kind: "dates",
      name: "easter",
      dates: ["2022-04-17", "2023-04-09", "2031-04-13"],
      effect: 0.1,
    };
    const { dataset } = simulate({ start: "2022-01-03", periods: 104, controls: [dates] });
    const { values } = dataset.controls[0]!;
    expect(dataset.periods.filter((_, t) => values[t] === 1)).toEqual(["2022-04-11", "2023-04-03"]);
  });
});

describe("in a panel", () => {
  const panel = {
    dimensions: [{ name: "geo", levels: ["a", "b", "c"], scatter: { trend: 0.1 } }],
    population: { kind: "given", values: [1, 2, 3] },
  };

  test("controls are local or the same everywhere, and their effects differ", () => {
    const event = { kind: "event", name: "storm", effect: 0.1 };
    const controls = [event, { ...event, name: "strike", cells: "together" }];
    const { dataset, truth } = simulate({ panel, controls });
    const rowsOf = (k: number) =>
      [0, 1, 2].map((g) => dataset.controls[k]!.values.slice(156 * g, 156 * (g + 1)).join());
    expect(new Set(rowsOf(0)).size).toBe(3);
    expect(new Set(rowsOf(1)).size).toBe(1);
    const { intercept } = truth.baseline;
    const shares = truth.baseline.controls[1]!.coefficient.map((value, g) => value / intercept[g]!);
    expect(new Set(shares).size).toBe(3);
  });

  test("cells have trends of their own, and none where there is none", () => {
    const { trend, intercept } = simulate({ panel }).truth.baseline;
    const shares = trend.change.map((gain, g) => gain / intercept[g]!);
    expect(new Set(shares).size).toBe(3);
    const none = simulate({ panel, trend: { kind: "none" } }).truth.baseline.trend;
    expect(none.values.every((value) => value === 0)).toBe(true);
  });
});
