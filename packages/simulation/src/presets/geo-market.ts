/** The preset `geo`: one country in twenty regions. */

import { nationalMarket } from "./national-market.js";

/** Budgets of geos scatter on top of the plan, which leaves the national ones more room than a slip would need. */
const calmer: Readonly<Record<string, object>> = { print: { variation: 0.2 }, social: { variation: 0.3 } };

/** The national market, ten times as large, in twenty geos; prices and half of the plans are local. */
export const geoMarket = {
  ...nationalMarket,
  name: "geo",
  panel: {
    dimensions: [{ name: "geo", levels: 20 }],
    population: { kind: "log-normal", median: 2_000_000, variation: 0.7 },
    variation: 0.1,
  },
  kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 10_000_000 },
  channels: nationalMarket.channels.map((channel) => ({
    ...channel,
    spendPerPeriod: 10 * channel.spendPerPeriod,
    pattern: { ...channel.pattern, ...calmer[channel.name] },
    cells: ["radio", "print"].includes(channel.name) ? "apart" : "together",
  })),
  noise: { kind: "normal", sd: 0.05 },
};
