import { expect, test } from "vitest";
import { marketPresets } from "./presets/market-presets.js";
import { simulateMarket } from "./simulate-market.js";
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
