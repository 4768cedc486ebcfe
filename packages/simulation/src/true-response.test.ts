import { describe, expect, test } from "vitest";
import { selectChannel } from "@mmm/data";
import { sum } from "@mmm/numerics";
import { marketPresets } from "./presets/market-presets.js";
import { simulateMarket } from "./simulate-market.js";
import { trueContribution } from "./media/true-contribution.js";
import { trueResponse } from "./true-response.js";

const market = simulateMarket(marketPresets.small, 1);

test("a channel that is not there, and a factor that makes no sense, are refused", () => {
  expect(() => trueResponse(market, "tvv", 1)).toThrow('Did you mean "tv"?');
  expect(() => trueResponse(market, "tv", -0.1)).toThrow(
    "trueResponse: multiplier must be finite and ≥ 0, got -0.1. Use 1 for what was spent.",
  );
  expect(() => trueResponse(market, "tv", NaN)).toThrow("got NaN");
});

test("twice the media brings more, but less than twice as much", () => {
  const { totalContribution } = market.truth.channels[1]!;
  const doubled = trueResponse(market, "tv", 2);
  expect(doubled).toBeGreaterThan(totalContribution);
  expect(doubled).toBeLessThan(2 * totalContribution);
});

test("what was spent, given as spend, brings what it brought", () => {
  for (const name of ["national", "brand-region"] as const) {
    const own = simulateMarket(marketPresets[name], 2);
    for (const { name: channel, totalContribution } of own.truth.channels) {
      const { spend } = selectChannel(own.dataset, channel);
      const again = trueResponse(own, channel, spend);
      expect(Math.abs(again / totalContribution - 1)).toBeLessThan(1e-12);
      const doubled = trueResponse(
        own,
        channel,
        spend.map((value) => 2 * value),
      );
      expect(Math.abs(doubled / trueResponse(own, channel, 2) - 1)).toBeLessThan(1e-12);
    }
  }
});

test("spend where there was none buys at the usual price, and works", () => {
  const own = simulateMarket(marketPresets.national, 2);
  const { spend, exposure } = selectChannel(own.dataset, "tv");
  const even = spend.map(() => sum(spend) / spend.length);
  // Saturation is lighter where the same money is spread over more periods.
  expect(trueResponse(own, "tv", even)).toBeGreaterThan(own.truth.channels[0]!.totalContribution);
  const only = new Float64Array(spend.length);
  const silent = spend.indexOf(0);
  only[silent] = 1000;
  const bought = (1000 * sum(exposure!.values)) / sum(spend);
  const [tv] = own.truth.channels;
  const media = only.map((money) => (money > 0 ? bought : 0));
  expect(trueResponse(own, "tv", only)).toBeCloseTo(sum(trueContribution(tv!, media)), 9);
});

describe("in a panel", () => {
  const panel = simulateMarket(marketPresets["brand-region"], 2);

  test("cells add up to the whole, whatever the factor", () => {
    for (const factor of [0.5, 1, 2]) {
      const parts = panel.truth.cells.map((cell) => trueResponse(panel, "tv", factor, { cell }));
      expect(Math.abs(sum(parts) / trueResponse(panel, "tv", factor) - 1)).toBeLessThan(1e-12);
    }
  });

  test("a cell's spend is an array over time", () => {
    const cell = "Borea × south";
    const g = panel.truth.cells.indexOf(cell);
    const length = panel.truth.periods.length;
    const spend = selectChannel(panel.dataset, "tv").spend.slice(g * length, (g + 1) * length);
    const own = panel.truth.channels[0]!.cells[g]!;
    expect(Math.abs(trueResponse(panel, "tv", spend, { cell }) / own.totalContribution - 1)).toBeLessThan(
      1e-12,
    );
  });

  test("what is no cell, and spend that does not fit, are refused", () => {
    expect(() => trueResponse(panel, "tv", 1, { cell: "Borea × sout" })).toThrow(
      'Did you mean "Borea × south"?',
    );
    expect(() => trueResponse(panel, "tv", new Float64Array(130))).toThrow(
      "trueResponse: spend must have 1560 values, got 130. Give one for each cell and period.",
    );
    const wrong = new Float64Array(1560);
    wrong[3] = -1;
    expect(() => trueResponse(panel, "tv", wrong)).toThrow(
      "spend must be finite and ≥ 0, got -1 at index 3.",
    );
  });
});

test("revenue is the KPI times its price, and the KPI itself where that is money", () => {
  const units = simulateMarket(marketPresets["daily-campaigns"], 1);
  for (const { name, totalContribution, totalRevenue } of units.truth.channels) {
    expect(trueResponse(units, name, 1)).toBe(totalContribution);
    expect(trueResponse(units, name, 1, { measure: "revenue" })).toBe(totalRevenue);
  }
  expect(trueResponse(market, "tv", 1, { measure: "revenue" })).toBe(market.truth.channels[1]!.totalRevenue);
});
