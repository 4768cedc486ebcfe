/** The preset `national`: one market with five channels. */

/** A retailer with five channels: one in flights, one in bursts, one behind demand; weekly, three years. */
export const nationalMarket = {
  name: "national",
  periods: 156,
  kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 1_000_000 },
  trend: { kind: "linear", change: 0.12 },
  controls: [
    { kind: "continuous", name: "price_index", mean: 100, sd: 3, persistence: 0.8, effect: -0.04 },
    { kind: "holiday", name: "christmas", day: "12-24", lengthPeriods: 2, effect: 0.2 },
  ],
  channels: [
    {
      name: "tv",
      spendPerPeriod: 42_000,
      roi: 1.3,
      pattern: { kind: "flights", onPeriods: 5, offPeriods: 7 },
      exposure: { name: "tv_contacts", costPerExposure: 0.012 },
      adstock: { kind: "geometric", retention: 0.65 },
      saturation: { kind: "hill", halfSaturation: 0.9 },
    },
    {
      name: "radio",
      spendPerPeriod: 14_000,
      roi: 1.8,
      pattern: { kind: "flights", onPeriods: 3, offPeriods: 4, variation: 0.3 },
      adstock: { kind: "geometric", retention: 0.35 },
      saturation: { kind: "hill", halfSaturation: 1.2 },
    },
    {
      name: "print",
      spendPerPeriod: 18_000,
      roi: 0.8,
      pattern: { kind: "events", perYear: 8, lengthPeriods: 2, floor: 0, variation: 0.35 },
      adstock: { kind: "geometric", retention: 0.45 },
      saturation: { kind: "hill", halfSaturation: 1.5 },
    },
    {
      name: "search",
      spendPerPeriod: 24_000,
      roi: 3.4,
      pattern: { kind: "demand-following", strength: 1.5 },
      exposure: { name: "search_clicks", costPerExposure: 0.8 },
      adstock: { kind: "geometric", retention: 0.1 },
      saturation: { kind: "logistic", rate: 1.4 },
    },
    {
      name: "social",
      spendPerPeriod: 18_000,
      roi: 2.2,
      pattern: { kind: "continuous", persistence: 0.7, variation: 0.45 },
      exposure: { name: "social_impressions", costPerExposure: 0.006 },
      adstock: { kind: "geometric", retention: 0.3 },
      saturation: { kind: "hill", halfSaturation: 1.1 },
    },
  ],
};
