import { IssueError } from "@mmm/data";
import { describe, expect, test } from "vitest";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { marketPresets } from "../presets/market-presets.js";
import { type Market, simulateMarket } from "../simulate-market.js";
import { trueResponse } from "../true-response.js";
import type { BudgetRequest } from "./budget-request.js";
import { optimalBudget } from "./optimal-budget.js";

const national = simulateMarket(marketPresets.national, 1);

function revenueOf(market: Market, spends: readonly number[]): number {
  return market.truth.channels.reduce(
    (total, { name, totalSpend }, c) =>
      total + trueResponse(market, name, spends[c]! / totalSpend, { measure: "revenue" }),
    0,
  );
}

test("all channels that no bound holds bring the same for a further unit, and the total is spent", () => {
  const { outcome, channels, total, revenue, revenueAsSpent } = optimalBudget(national);
  expect(outcome).toBe("converged");
  const returns = channels.map(({ marginalRoi }) => marginalRoi);
  expect(Math.max(...returns) - Math.min(...returns)).toBeLessThan(1e-6);
  const spent = channels.reduce((sum, { spend }) => sum + spend, 0);
  expect(Math.abs(spent / total - 1)).toBeLessThan(1e-12);
  const asSpent = national.truth.channels.reduce((sum, { totalRevenue }) => sum + totalRevenue, 0);
  expect(Math.abs(revenueAsSpent / asSpent - 1)).toBeLessThan(1e-12);
  expect(revenue).toBeGreaterThan(1.02 * revenueAsSpent);
  const again = revenueOf(
    national,
    channels.map(({ spend }) => spend),
  );
  expect(Math.abs(revenue / again - 1)).toBeLessThan(1e-9);
});

test("no small exchange between two channels brings more", () => {
  const { channels, revenue, total } = optimalBudget(national);
  const spends = channels.map(({ spend }) => spend);
  const step = 0.01 * total;
  const exchanged = spends.flatMap((_, from) =>
    spends.flatMap((__, to) => {
      const moved = (c: number): number => (c === to ? step : 0) - (c === from ? step : 0);
      const other = spends.map((spend, c) => spend + moved(c));
      return from === to || other[from]! < 0 ? [] : [revenueOf(national, other)];
    }),
  );
  expect(exchanged.length).toBeGreaterThan(10);
  for (const other of exchanged) expect(other).toBeLessThan(revenue);
});

test("S-shaped curves with several optima do not hold the search", () => {
  const channel = (name: string, roi: number, halfSaturation: number) => ({
    ...{ name, spendPerPeriod: 10_000, roi },
    pattern: { kind: "continuous", variation: 0.1 },
    saturation: { kind: "hill", halfSaturation, slope: 3 },
  });
  const channels = [channel("a", 1, 2), channel("b", 0.9, 2.5), channel("c", 1.1, 1.5)];
  const market = simulateMarket(parseMarketDescription({ periods: 60, channels }), 1);
  const total = 0.8 * market.truth.channels.reduce((sum, { totalSpend }) => sum + totalSpend, 0);
  const { revenue, outcome } = optimalBudget(market, { total });
  expect(outcome).toBe("converged");
  const grid = 40;
  for (let i = 0; i <= grid; i++) {
    for (let j = 0; i + j <= grid; j++) {
      const spends = [i, j, grid - i - j].map((part) => (part * total) / grid);
      expect(revenueOf(market, spends)).toBeLessThan(revenue * (1 + 1e-9));
    }
  }
});

describe("bounds", () => {
  test("hold the channels that they name, and the others share the rest", () => {
    const bounds = { tv: { least: 5e6 }, search: { most: 2e6 }, print: { least: 1e6, most: 1e6 } };
    const { channels, outcome } = optimalBudget(national, { total: 12e6, bounds });
    expect(outcome).toBe("converged");
    const spendOf = Object.fromEntries(channels.map(({ name, spend }) => [name, spend]));
    expect(spendOf.tv).toBeCloseTo(5e6, 3);
    expect(spendOf.search).toBeCloseTo(2e6, 3);
    expect(spendOf.print).toBeCloseTo(1e6, 3);
    const [radio, social] = ["radio", "social"].map((wanted) =>
      channels.find(({ name }) => name === wanted)!,
    );
    expect(Math.abs(radio!.marginalRoi - social!.marginalRoi)).toBeLessThan(1e-6);
  });

  test("that leave no choice are the answer", () => {
    const bounds = Object.fromEntries(
      national.truth.channels.map(({ name, totalSpend }) => [name, { least: totalSpend, most: totalSpend }]),
    );
    const { channels, revenue, revenueAsSpent } = optimalBudget(national, { bounds });
    for (const { multiplier } of channels) expect(multiplier).toBeCloseTo(1, 9);
    expect(revenue / revenueAsSpent).toBeCloseTo(1, 9);
  });
});

test("more money never brings less, and a unit of it what the optimum says", () => {
  const at = (total: number) => optimalBudget(national, { total });
  const [less, more] = [at(10e6), at(10.1e6)];
  const gained = (more.revenue - less.revenue) / 0.1e6;
  expect(gained).toBeLessThan(less.channels[0]!.marginalRoi);
  expect(gained).toBeGreaterThan(more.channels[0]!.marginalRoi);
});

test("what carries over past the window counts where it is asked for", () => {
  const within = optimalBudget(national);
  const beyond = optimalBudget(national, { carryOverPeriods: 26 });
  expect(beyond.revenueAsSpent).toBeGreaterThan(within.revenueAsSpent);
  expect(beyond.revenueAsSpent).toBeLessThan(1.02 * within.revenueAsSpent);
});

test("a panel that counts units is optimised in money", () => {
  const kpi = { baselinePerPeriod: 120_000, name: "orders", revenuePerKpi: { mean: 50 } };
  const market = simulateMarket(parseMarketDescription({ ...marketPresets["brand-region"], kpi }), 1);
  const { revenueAsSpent, revenue, outcome } = optimalBudget(market);
  const asSpent = market.truth.channels.reduce((sum, { totalRevenue }) => sum + totalRevenue, 0);
  expect(outcome).toBe("converged");
  expect(Math.abs(revenueAsSpent / asSpent - 1)).toBeLessThan(1e-9);
  expect(revenue).toBeGreaterThan(revenueAsSpent);
});

function messagesOf(request: BudgetRequest): readonly string[] {
  try {
    optimalBudget(national, request);
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
}

test("what cannot be spent is refused, all at once", () => {
  expect(messagesOf({ total: -1, bounds: { tvv: {}, tv: { least: 2, most: 1 } } })).toMatchInlineSnapshot(`
    [
      "budget.total: must be finite and > 0, got -1. Leave it out for what was spent.",
      "channel "tvv", budget.bounds.tvv: must be a channel of the market, got "tvv" (tv, radio, print, search, social). Did you mean "tv"?",
      "channel "tv", budget.bounds.tv: bounds must be 0 ≤ least ≤ most, got 2 and 1. Change one of the two.",
    ]
  `);
  expect(messagesOf({ total: 10, bounds: { tv: { least: 20 } } })).toMatchInlineSnapshot(`
    [
      "budget.total: bounds allow totals from 20 to Infinity, got 10. Widen the bounds or change the total.",
    ]
  `);
  expect(() => optimalBudget(national, { carryOverPeriods: 0.5 })).toThrow(
    "optimalBudget: carryOverPeriods must be a whole number ≥ 0, got 0.5.",
  );
});
