import { mean, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { type Market, simulateMarket } from "../simulate-market.js";

/** Twenty years, so that statistics of one seed say something; the bounds below hold for more than 99 % of seeds. */
const periods = 1040;
const spendPerPeriod = 2000;

function simulate(pattern: object, rest: object = {}): Market {
  const channels = [{ name: "tv", spendPerPeriod, roi: 1, pattern }];
  return simulateMarket(parseMarketDescription({ periods, channels, ...rest }), "patterns");
}

function spendOf(pattern: object, rest: object = {}): Float64Array {
  return simulate(pattern, rest).dataset.channels[0]!.spend;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [centerA, centerB] = [mean(a), mean(b)];
  const products = a.map((value, t) => (value - centerA) * (b[t]! - centerB));
  return (mean(products) * a.length) / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
}

/** Lengths of the runs of periods with and without spend, the two cut by the window's ends left out. */
function runsOf(spend: Float64Array): { on: number[]; off: number[] } {
  const runs: { on: number[]; off: number[] } = { on: [], off: [] };
  let start = 0;
  for (let t = 1; t < spend.length; t++) {
    if (spend[t]! > 0 === spend[t - 1]! > 0) continue;
    if (start > 0) (spend[start]! > 0 ? runs.on : runs.off).push(t - start);
    start = t;
  }
  return runs;
}

test.each([
  { kind: "continuous" },
  { kind: "flights" },
  { kind: "seasonal" },
  { kind: "events" },
  { kind: "demand-following" },
  { kind: "trend" },
  { kind: "delayed-start" },
])("$kind spend has the described mean and five digits", (pattern) => {
  const spend = spendOf(pattern);
  expect(Math.abs(mean(spend) / spendPerPeriod - 1)).toBeLessThan(1e-5);
  expect(spend.every((value) => value >= 0 && value === Number(value.toPrecision(5)))).toBe(true);
});

test("continuous spend never stops, scatters as described and remembers the period before", () => {
  const spend = spendOf({ kind: "continuous", variation: 0.2, persistence: 0.6 });
  expect(spend.every((value) => value > 0)).toBe(true);
  expect(Math.sqrt(variance(spend)) / spendPerPeriod).toBeGreaterThan(0.17);
  expect(Math.sqrt(variance(spend)) / spendPerPeriod).toBeLessThan(0.24);
  const memory = correlation(spend.slice(1), spend.slice(0, -1));
  expect(memory).toBeGreaterThan(0.5);
  expect(memory).toBeLessThan(0.7);
});

test("flights go on and off for about the described number of periods", () => {
  const { on, off } = runsOf(spendOf({ kind: "flights", onPeriods: 6, offPeriods: 10 }));
  expect(Math.min(...on)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...on)).toBeLessThanOrEqual(9);
  expect(Math.min(...off)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...off)).toBeLessThanOrEqual(15);
  expect(Math.abs(mean(Float64Array.from(on)) - 6)).toBeLessThan(1);
  expect(Math.abs(mean(Float64Array.from(off)) - 10)).toBeLessThan(1.5);
});

test("seasonal spend is highest around its peak, every year", () => {
  const { dataset } = simulate({ kind: "seasonal", amplitude: 0.8, peak: "07-01", variation: 0.1 });
  const { spend } = dataset.channels[0]!;
  const meanOfMonth = (month: string) =>
    mean(spend.filter((_, t) => dataset.periods[t]!.slice(5, 7) === month)) / spendPerPeriod;
  expect(Math.abs(meanOfMonth("07") - 1.8)).toBeLessThan(0.1);
  expect(Math.abs(meanOfMonth("01") - 0.2)).toBeLessThan(0.05);
});

describe("events", () => {
  test("come in the described number, last as described, and are irregular", () => {
    const spend = spendOf({ kind: "events", perYear: 4, lengthPeriods: 2, floor: 0 });
    const { on, off } = runsOf(spend);
    // Where two bursts meet they count as one: 80 bursts in 20 years, of which few touch.
    expect(on.length).toBeGreaterThan(65);
    expect(on.length).toBeLessThanOrEqual(80);
    expect(on.filter((length) => length === 2).length).toBeGreaterThan(0.85 * on.length);
    expect(Math.max(...off) - Math.min(...off)).toBeGreaterThan(10);
  });

  test("rise over a floor that always runs", () => {
    const spend = spendOf({ kind: "events", perYear: 4, lengthPeriods: 2, floor: 0.1, variation: 0.1 });
    const ordered = spend.toSorted();
    const floor = ordered[Math.floor(periods / 2)]!;
    const burst = ordered[periods - 80]!;
    expect(Math.abs(floor / burst - 0.1)).toBeLessThan(0.02);
  });
});

describe("demand-following", () => {
  const rest = {
    controls: [{ kind: "continuous", name: "weather", persistence: 0.9, effect: 0.1, observed: false }],
  };

  test("spend rises with the baseline, by its strength", () => {
    const { dataset, truth } = simulate({ kind: "demand-following", strength: 2, variation: 0.1 }, rest);
    const demand = truth.baseline.values;
    const { spend } = dataset.channels[0]!;
    const slope =
      (correlation(spend, demand) * Math.sqrt(variance(spend) / variance(demand)) * mean(demand)) /
      mean(spend);
    expect(correlation(spend, demand)).toBeGreaterThan(0.9);
    expect(Math.abs(slope - 2)).toBeLessThan(0.15);
  });

  test("other patterns do not know demand", () => {
    const { dataset, truth } = simulate({ kind: "continuous", persistence: 0 }, rest);
    expect(Math.abs(correlation(dataset.channels[0]!.spend, truth.baseline.values))).toBeLessThan(0.1);
  });

  test("budgets stop at zero where demand falls far", () => {
    const spend = spendOf({ kind: "demand-following", strength: 20 }, rest);
    expect(spend.some((value) => value === 0)).toBe(true);
    expect(spend.every((value) => value >= 0)).toBe(true);
  });
});

describe("trend", () => {
  test("spend rises along a line by its change, and scatters around it", () => {
    const spend = spendOf({ kind: "trend", change: 1.2, variation: 0.1 });
    const third = Math.floor(periods / 3);
    // Means of the first and last thirds lie two thirds of the window apart; the error of each is 0.1 / √346 of it.
    const gain = (mean(spend.slice(-third)) - mean(spend.slice(0, third))) / spendPerPeriod;
    expect(Math.abs(gain - 0.8)).toBeLessThan(0.03);
    expect(spend.every((value) => value > 0)).toBe(true);
  });

  test("a channel that is given up falls", () => {
    const spend = spendOf({ kind: "trend", change: -1.9, variation: 0.05 });
    expect(mean(spend.slice(-52))).toBeLessThan(0.2 * mean(spend.slice(0, 52)));
  });
});

test("a delayed start is silence, a ramp and a steady flow", () => {
  const spend = spendOf({ kind: "delayed-start", start: 0.25, rampPeriods: 10, variation: 0 });
  expect(spend.slice(0, 260).every((value) => value === 0)).toBe(true);
  const full = spend[periods - 1]!;
  expect(spend[260]! / full).toBeCloseTo(0.1, 3);
  expect(spend[264]! / full).toBeCloseTo(0.5, 3);
  expect(spend.slice(269).every((value) => value === full)).toBe(true);
});

describe("following", () => {
  const leader = { name: "tv", spendPerPeriod, roi: 1, pattern: { kind: "flights", variation: 0.1 } };
  const follower = (correlation: number, channel = "tv", name = "radio") => ({
    ...{ name, spendPerPeriod: 500, roi: 1 },
    pattern: { kind: "following", channel, correlation },
  });

  test.each([0.9, 0.5, 0, -0.7])("spend is correlated by %d with that of the leader", (wanted) => {
    const { dataset } = simulate({ kind: "continuous" }, { channels: [leader, follower(wanted)] });
    const [tv, radio] = dataset.channels;
    // 1,040 periods: a standard error of at most 0.031 of a correlation; cut-off periods move it by less.
    expect(Math.abs(correlation(tv!.spend, radio!.spend) - wanted)).toBeLessThan(0.1);
    expect(Math.abs(mean(radio!.spend) / 500 - 1)).toBeLessThan(1e-5);
  });

  test("a leader may stand behind its follower and follow another itself", () => {
    const [first, second] = [follower(0.95, "radio", "print"), follower(0.95)];
    const ordered = simulate({ kind: "continuous" }, { channels: [leader, second, first] }).dataset.channels;
    const turned = simulate({ kind: "continuous" }, { channels: [first, second, leader] }).dataset.channels;
    expect(turned.toReversed()).toEqual(ordered);
    expect(correlation(ordered[2]!.spend, ordered[1]!.spend)).toBeGreaterThan(0.9);
  });
});

describe("in a panel", () => {
  const panel = {
    dimensions: [{ name: "geo", levels: ["a", "b"] }],
    population: { kind: "given", values: [1, 3] },
    variation: 0.05,
  };
  const halves = (cells: string): readonly [Float64Array, Float64Array] => {
    const pattern = { kind: "flights", variation: 0.1 };
    const channels = [{ name: "tv", spendPerPeriod, roi: 1, pattern, cells }];
    const { spend } = simulate({ kind: "continuous" }, { channels, panel }).dataset.channels[0]!;
    return [spend.slice(0, periods), spend.slice(periods)];
  };

  test("cells run one plan together, by their size", () => {
    const [a, b] = halves("together");
    expect(correlation(a, b)).toBeGreaterThan(0.97);
    a.forEach((value, t) => expect(value > 0).toBe(b[t]! > 0));
    // Log-normal with 0.2 from the default scatter of spend.
    expect(mean(b) / mean(a)).toBeGreaterThan(3 * 0.35);
    expect(mean(b) / mean(a)).toBeLessThan(3 / 0.35);
    expect(Math.abs((mean(a) + mean(b)) / spendPerPeriod - 1)).toBeLessThan(1e-5);
  });

  test("or each its own", () => {
    const [a, b] = halves("apart");
    expect(Math.abs(correlation(a, b))).toBeLessThan(0.4);
  });
});
