/** Markets to try things on: complete descriptions under names. */

import { didYouMean, IssueError, makeIssue, showValue } from "@mmm/data";
import type { MarketDescription } from "./market-description.js";
import { parseMarketDescription } from "./parse-market-description.js";

/** A retailer with five channels: one in flights, one in bursts, one behind demand; weekly, three years. */
const national = {
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

/** A shop with two channels: small enough for tests and first steps; weekly, two years. */
const small = {
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

/**
 * Ready descriptions. `national`: five channels (tv, radio, print, search, social) with true ROI from 0.8 to 3.4, price and
 * Christmas, 156 weeks. `small`: two channels (search, tv), promotions, 104 weeks.
 *
 * @example
 * marketPresets.national.channels.map(({ name }) => name); // => ["tv", "radio", "print", "search", "social"]
 */
export const marketPresets: Readonly<Record<"national" | "small", MarketDescription>> = {
  national: parseMarketDescription(national),
  small: parseMarketDescription(small),
};

/**
 * The preset of a name that somebody typed.
 *
 * @param name  `"national"` or `"small"`
 * @returns     the complete description
 * @throws  {IssueError} `market.unknown-preset`, with the nearest name
 * @example
 * marketPreset("small").periods; // => 104
 */
export function marketPreset(name: string): MarketDescription {
  const presets: Readonly<Record<string, MarketDescription>> = marketPresets;
  const names = Object.keys(presets);
  const preset = names.includes(name) ? presets[name] : undefined;
  if (preset !== undefined) return preset;
  throw new IssueError([
    makeIssue({
      code: "market.unknown-preset",
      place: { path: "preset" },
      rule: "must be a market that is ready",
      got: showValue(name),
      allowed: names.join(", "),
      advice: didYouMean(name, names, "Choose one of them."),
    }),
  ]);
}
