/** The preset `small`: as little as shows everything. */

/** A shop with two channels: small enough for tests and first steps; weekly, two years. */
export const smallMarket = {
  name: "small",
  periods: 104,
  kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 50_000 },
  trend: { kind: "linear", change: 0.08 },
  controls: [{ kind: "event", name: "promotion", perYear: 7, effect: 0.1 }],
  channels: [
    {
      name: "search",
      spendPerPeriod: 2_500,
      roi: 2.5,
      pattern: { kind: "continuous", persistence: 0.6, variation: 0.4 },
      adstock: { kind: "geometric", retention: 0.15 },
    },
    {
      name: "tv",
      spendPerPeriod: 4_000,
      roi: 1.4,
      pattern: { kind: "flights", onPeriods: 4, offPeriods: 6 },
      adstock: { kind: "geometric", retention: 0.6 },
    },
  ],
};
