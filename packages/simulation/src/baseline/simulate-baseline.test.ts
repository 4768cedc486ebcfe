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
  expect(harmonics.map(({ wavesPerYear }) => wavesPerYear)).toEqual([1, 2]);
  simulate({}).truth.periods.forEach((period, t) => {
    const angle = (2 * Math.PI * dayNumber(period)) / 365.25;
    const wave = harmonics.map(
      ({ wavesPerYear: k, sine, cosine }) =>
        sine[0]! * Math.sin(k * angle) + cosine[0]! * Math.cos(k * angle),
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
