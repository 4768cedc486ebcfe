import { expect, test } from "vitest";
import { marketPresets } from "./presets/market-presets.js";
import { simulateMarket } from "./simulate-market.js";
import { optimalBudget } from "./budget/optimal-budget.js";
import { writeTruth } from "./write-truth.js";

test("the text holds every number to its last bit, arrays as lists", () => {
  const market = simulateMarket(marketPresets.national, 5);
  const { truth } = market;
  const text = writeTruth(market);
  const read = JSON.parse(text);
  expect(read.description).toEqual(truth.description);
  expect(read.seed).toBe(5);
  expect(read.expected).toEqual(Array.from(truth.expected));
  expect(read.channels[2].contribution).toEqual(Array.from(truth.channels[2]!.contribution));
  expect(text.split("\n").length).toBeLessThan(800);
  expect(read.optimalBudget).toEqual(optimalBudget(market));
  expect(read.channels[2].responseCurve).toEqual(truth.channels[2]!.responseCurve);
});
