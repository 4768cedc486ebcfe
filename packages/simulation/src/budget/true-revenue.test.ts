import { adstocks, saturations } from "@mmm/transforms";
import { expect, test } from "vitest";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { type Market, simulateMarket } from "../simulate-market.js";
import { trueResponse } from "../true-response.js";
import { optimalBudget } from "./optimal-budget.js";
import { trueRevenue } from "./true-revenue.js";

function marketWith(transforms: object): Market {
  const channel = { spendPerPeriod: 20_000, ...transforms };
  return simulateMarket(
    parseMarketDescription({
      periods: 40,
      panel: { dimensions: [{ name: "geo", levels: 2, scatter: { adstock: 0.3, saturation: 0.3 } }] },
      channels: [
        { ...channel, name: "tv", roi: 2 },
        { ...channel, name: "radio", roi: 1, pattern: { kind: "flights" } },
      ],
    }),
    1,
  );
}

const transforms = [
  ...Object.keys(adstocks).map((kind) => ["adstock", kind] as const),
  ...Object.keys(saturations).flatMap((kind) =>
    kind === "reach-frequency" ? [] : [["saturation", kind] as const],
  ),
];

test.each(transforms)(
  "with %s %s the curve is the true response, and its slope the difference",
  (role, kind) => {
    const market = marketWith({ [role]: { kind } });
    for (const channel of market.truth.channels) {
      const curve = trueRevenue(market, channel, 0);
      for (const factor of [0.3, 1, 1.7]) {
        const { revenue, slope } = curve.at(factor * curve.spent);
        expect(Math.abs(revenue / trueResponse(market, channel.name, factor) - 1)).toBeLessThan(1e-9);
        const step = 1e-4;
        const [below, above] = [factor - step, factor + step].map((m) =>
          trueResponse(market, channel.name, m),
        );
        const difference = (above! - below!) / (2 * step * curve.spent);
        // Curves that bend at knots have other slopes on each side of one.
        expect(Math.abs(slope - difference)).toBeLessThan(kind === "piecewise-linear" ? 0.05 : 1e-5);
      }
    }
  },
);

test.each(transforms)("with %s %s the optimal budget brings no less than what was spent", (role, kind) => {
  const { outcome, revenue, revenueAsSpent, channels } = optimalBudget(marketWith({ [role]: { kind } }));
  expect(revenue).toBeGreaterThan(revenueAsSpent * (1 - 1e-12));
  if (kind !== "piecewise-linear") expect(outcome).toBe("converged");
  if (kind === "none" && role === "saturation") expect(channels[1]!.spend).toBeLessThan(1);
});
