/** The preset `brand-region`: a panel of two dimensions. */

/** Three brands in four regions: brands differ in how media works, regions in what is bought. */
export const brandRegionMarket = {
  name: "brand-region",
  periods: 130,
  panel: {
    dimensions: [
      { name: "brand", levels: ["Alba", "Borea", "Corvo"], scatter: { effects: 0.3, spend: 0.25 } },
      {
        name: "region",
        levels: ["east", "north", "south", "west"],
        scatter: { effects: 0.15, baseline: 0.25 },
      },
    ],
    variation: 0.1,
    population: { kind: "log-normal", median: 800_000, variation: 0.5 },
  },
  kpi: { name: "revenue", unit: "EUR", baselinePerPeriod: 6_000_000 },
  trend: { kind: "linear", change: 0.06 },
  controls: [
    { kind: "continuous", name: "price_index", mean: 100, sd: 4, persistence: 0.85, effect: -0.05 },
    { kind: "event", name: "promotion", perYear: 6, lengthPeriods: 1, effect: 0.15 },
  ],
  channels: [
    {
      name: "tv",
      spendPerPeriod: 420_000,
      roi: 1.1,
      pattern: { kind: "flights", onPeriods: 4, offPeriods: 5 },
      cells: "apart",
      adstock: { kind: "geometric", retention: 0.6 },
      saturation: { kind: "hill", halfSaturation: 1 },
    },
    {
      name: "out_of_home",
      spendPerPeriod: 130_000,
      roi: 0.9,
      pattern: { kind: "events", perYear: 9, lengthPeriods: 3, floor: 0, variation: 0.3 },
      cells: "apart",
      adstock: { kind: "geometric", retention: 0.4 },
      saturation: { kind: "hill", halfSaturation: 1.3 },
    },
    {
      name: "search",
      spendPerPeriod: 190_000,
      roi: 2.8,
      pattern: { kind: "demand-following", strength: 1 },
      adstock: { kind: "geometric", retention: 0.1 },
      saturation: { kind: "logistic", rate: 1.2 },
    },
    {
      name: "social",
      spendPerPeriod: 160_000,
      roi: 1.9,
      pattern: { kind: "continuous", persistence: 0.7, variation: 0.35 },
      adstock: { kind: "geometric", retention: 0.3 },
      saturation: { kind: "hill", halfSaturation: 1.1 },
    },
  ],
  noise: { kind: "student-t", sd: 0.05, degreesOfFreedom: 6 },
};
