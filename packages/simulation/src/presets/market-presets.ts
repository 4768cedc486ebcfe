/** Markets to try things on: complete descriptions under names. */

import { didYouMean, IssueError, makeIssue, showValue } from "@mmm/data";
import type { MarketDescription } from "../description/market-description.js";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { brandRegionMarket } from "./brand-region-market.js";
import { geoMarket } from "./geo-market.js";
import { nationalMarket } from "./national-market.js";
import { smallMarket } from "./small-market.js";

/** The names of the presets. */
export type MarketPreset = "national" | "small" | "geo" | "brand-region";

/**
 * Ready descriptions:
 *
 * - `national`: five channels (tv, radio, print, search, social) with true ROI from 0.8 to 3.4, price and Christmas, 156 weeks
 * - `small`: two channels (search, tv), promotions, 104 weeks
 * - `geo`: the channels of `national` in twenty geos that differ in size, taste and response, 156 weeks
 * - `brand-region`: four channels for three brands in four regions, with effects crossed over both, 130 weeks
 *
 * @example
 * marketPresets.national.channels.map(({ name }) => name); // => ["tv", "radio", "print", "search", "social"]
 */
export const marketPresets: Readonly<Record<MarketPreset, MarketDescription>> = {
  national: parseMarketDescription(nationalMarket),
  small: parseMarketDescription(smallMarket),
  geo: parseMarketDescription(geoMarket),
  "brand-region": parseMarketDescription(brandRegionMarket),
};

/**
 * The preset of a name that somebody typed.
 *
 * @param name  a key of `marketPresets`
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
