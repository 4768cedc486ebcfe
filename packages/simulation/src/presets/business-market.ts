/** The presets of small, growing, medium and large businesses: one market in four sizes. */

/** How large a business is. */
export interface BusinessSize {
  readonly name: string;
  readonly geos: number;
  readonly weeks: number;
  readonly channels: number;
  readonly controls: number;
}

/** Money of a week without media, in a geo. */
const baselinePerGeo = 400_000;

/** All channels together spend this share of the baseline, as retailers do that live by media. */
const spendShare = 0.12;

/** Name, part of the spend, ROI, retention, half-saturation in mean active weeks. */
const channelTable: readonly (readonly [string, number, number, number, number])[] = [
  ["tv", 5, 1.2, 0.6, 1],
  ["search", 4, 3.2, 0.1, 1.4],
  ["social", 3.5, 2.2, 0.3, 1.1],
  ["video", 3, 1.6, 0.45, 1],
  ["radio", 2.5, 1.7, 0.4, 1.3],
  ["out_of_home", 2.5, 1, 0.5, 1.2],
  ["display", 2, 0.8, 0.25, 0.8],
  ["shopping_ads", 3, 2.8, 0.1, 1.6],
  ["connected_tv", 2, 1.4, 0.55, 1],
  ["influencers", 1.5, 2.4, 0.35, 0.9],
  ["retail_media", 2, 2.6, 0.2, 1.5],
  ["print", 1.5, 0.7, 0.4, 1.2],
  ["affiliates", 1.5, 3.6, 0.05, 2],
  ["podcasts", 1.2, 1.9, 0.4, 1],
  ["audio_streaming", 1.2, 1.3, 0.35, 1.1],
  ["direct_mail", 1.2, 1.5, 0.3, 1.4],
  ["app_ads", 1.2, 1.8, 0.15, 1],
  ["cinema", 1, 0.9, 0.5, 1],
  ["native_ads", 1, 1.2, 0.2, 0.9],
  ["marketplaces", 1.5, 3, 0.1, 1.8],
  ["price_comparison", 1.2, 3.8, 0.05, 1.6],
  ["maps_ads", 1, 2, 0.1, 1.2],
  ["sponsoring", 1.2, 0.6, 0.65, 1],
  ["newsletter_ads", 1, 2.1, 0.15, 1.2],
  ["messenger_ads", 1, 1.4, 0.15, 1],
  ["games_ads", 1, 0.9, 0.2, 0.9],
  ["trade_press", 1, 0.8, 0.45, 1.3],
  ["bus_shelters", 1, 1.1, 0.5, 1.1],
  ["partner_mail", 1, 2.5, 0.1, 1.5],
  ["web_radio", 1, 1.2, 0.35, 1],
];

/** One after another: what grows, what has a season, what goes on and off, what is new. */
const patterns: readonly object[] = [
  { kind: "trend", change: 0.7, variation: 0.2 },
  { kind: "seasonal", amplitude: 0.5, peak: "11-20", variation: 0.2 },
  { kind: "flights", onPeriods: 5, offPeriods: 6 },
  { kind: "delayed-start", start: 0.25, rampPeriods: 8, variation: 0.25 },
];

const controls: readonly object[] = [
  { kind: "price", name: "price", mean: 25, elasticity: -1.3, variation: 0.03 },
  { kind: "holiday", name: "christmas", day: "12-24", lengthPeriods: 2, effect: 0.15 },
  { kind: "promotion", name: "discount", perYear: 6, lengthPeriods: 2, depth: 0.2, effect: 0.1 },
  { kind: "continuous", name: "temperature", mean: 12, sd: 6, persistence: 0.9, effect: 0.02 },
  { kind: "continuous", name: "rival_spend", mean: 100, sd: 20, persistence: 0.7, effect: -0.03 },
  {
    kind: "continuous",
    name: "confidence",
    mean: 100,
    sd: 4,
    persistence: 0.95,
    effect: 0.03,
    cells: "together",
  },
  { kind: "holiday", name: "summer_sale", day: "07-15", lengthPeriods: 2, effect: 0.06 },
  { kind: "event", name: "local_festival", perYear: 3, effect: 0.05 },
  { kind: "continuous", name: "stores", mean: 30, sd: 2, persistence: 0.98, effect: 0.03 },
  { kind: "continuous", name: "rain_days", mean: 3, sd: 1, persistence: 0.3, effect: -0.01 },
];

/**
 * A business of a size: weekly revenue, the first of the channels and of the controls, in geos that differ. Its sizes are
 * those by which PyMC Labs compare libraries.
 */
export function businessMarket({
  name,
  geos,
  weeks,
  channels,
  controls: controlCount,
}: BusinessSize): object {
  const baselinePerPeriod = geos * baselinePerGeo;
  const running = channelTable.slice(0, channels);
  const parts = running.reduce((total, [, part]) => total + part, 0);
  return {
    name,
    periods: weeks,
    start: "2021-01-04",
    panel:
      geos === 1
        ? null
        : {
            dimensions: [{ name: "geo", levels: geos }],
            population: { kind: "log-normal", median: 500_000, variation: 0.6 },
            variation: 0.1,
          },
    kpi: { name: "revenue", unit: "EUR", baselinePerPeriod },
    trend: { kind: "linear", change: 0.1 },
    controls: controls.slice(0, controlCount),
    channels: running.map(([channel, part, roi, retention, halfSaturation], k) => ({
      ...{ name: channel, roi, pattern: patterns[k % patterns.length] },
      spendPerPeriod: Math.round((spendShare * baselinePerPeriod * part) / parts),
      adstock: { kind: "geometric", retention },
      saturation: { kind: "hill", halfSaturation },
    })),
    noise: { kind: "normal", sd: 0.05 },
  };
}
