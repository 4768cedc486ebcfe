/** The preset `daily-campaigns`: days instead of weeks, campaigns instead of media, orders instead of money. */

/** An online shop over eighteen months: weekdays matter, campaigns start late, burst, and follow each other. */
export const dailyCampaignsMarket = {
  name: "daily-campaigns",
  start: "2023-07-01",
  periods: 550,
  periodDays: 1,
  kpi: {
    ...{ name: "orders", unit: "orders", baselinePerPeriod: 2_400 },
    revenuePerKpi: { name: "revenue_per_order", mean: 42, change: 0.06, variation: 0.01 },
  },
  trend: { kind: "piecewise", breaks: [0.4, 0.7], changes: [0.1, -0.04, 0.08] },
  seasonality: [
    { kind: "yearly", harmonics: [{ amplitude: 0.08, peak: "12-05" }] },
    { kind: "weekday", effects: [0.06, 0.02, 0, -0.02, -0.06, -0.04, 0.08] },
  ],
  controls: [
    { kind: "price", name: "basket_price", mean: 40, changesPerYear: 5, variation: 0.04, elasticity: -1.2 },
    { kind: "promotion", name: "discount", perYear: 9, lengthPeriods: 6, depth: 0.15, effect: 0.18 },
    {
      kind: "dates",
      name: "black_friday",
      dates: ["2023-11-24", "2024-11-29"],
      lengthPeriods: 2,
      effect: 0.6,
    },
  ],
  channels: [
    {
      name: "search_brand",
      spendPerPeriod: 1_500,
      roi: 4.2,
      pattern: { kind: "demand-following", strength: 1.2 },
      exposure: { name: "search_brand_clicks", costPerExposure: 0.4 },
      adstock: { kind: "none" },
      saturation: { kind: "logistic", rate: 1.2 },
    },
    {
      name: "search_generic",
      spendPerPeriod: 3_200,
      roi: 1.9,
      pattern: { kind: "following", channel: "search_brand", correlation: 0.6, variation: 0.25 },
      exposure: { name: "search_generic_clicks", costPerExposure: 1.1 },
      adstock: { kind: "geometric", retention: 0.3 },
    },
    {
      name: "social_prospecting",
      spendPerPeriod: 2_800,
      roi: 1.6,
      pattern: { kind: "continuous", persistence: 0.9, variation: 0.35 },
      exposure: { name: "social_impressions", costPerExposure: 0.007 },
      adstock: { kind: "delayed", retention: 0.6, delay: 2, window: 14 },
      saturation: { kind: "hill", halfSaturation: 1.2 },
    },
    {
      name: "video_launches",
      spendPerPeriod: 2_000,
      roi: 1.1,
      pattern: { kind: "flights", onPeriods: 21, offPeriods: 35 },
      adstock: { kind: "weibull-pdf", shape: 2, scale: 4 },
      saturation: { kind: "hill", halfSaturation: 1, slope: 1.5 },
    },
    {
      name: "influencers",
      spendPerPeriod: 900,
      roi: 2.4,
      pattern: { kind: "delayed-start", start: 0.35, rampPeriods: 45, variation: 0.3 },
      adstock: { kind: "half-life", halfLife: 3 },
      saturation: { kind: "michaelis-menten", halfSaturation: 1.1 },
    },
  ],
  noise: { kind: "negative-binomial", variation: 0.04 },
};
