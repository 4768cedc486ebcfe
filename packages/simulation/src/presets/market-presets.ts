/** Markets to try things on: complete descriptions under names. */

import { didYouMean, IssueError, makeIssue, showValue } from "@mmm/data";
import type { MarketDescription } from "../description/market-description.js";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { brandRegionMarket } from "./brand-region-market.js";
import { businessMarket } from "./business-market.js";
import { dailyCampaignsMarket } from "./daily-campaigns-market.js";
import { geoMarket } from "./geo-market.js";
import { nationalMarket } from "./national-market.js";
import { smallMarket } from "./small-market.js";

/** The names of the presets. */
export type MarketPreset =
  | "national"
  | "small"
  | "geo"
  | "brand-region"
  | "daily-campaigns"
  | "small-business"
  | "growing-business"
  | "medium-business"
  | "large-business";

/** Sizes by which PyMC Labs compare libraries: geos, weeks, channels and controls of a business. */
const businesses = {
  small: businessMarket({ name: "small-business", geos: 1, weeks: 104, channels: 4, controls: 2 }),
  growing: businessMarket({ name: "growing-business", geos: 2, weeks: 131, channels: 6, controls: 2 }),
  medium: businessMarket({ name: "medium-business", geos: 8, weeks: 156, channels: 8, controls: 4 }),
  large: businessMarket({ name: "large-business", geos: 50, weeks: 208, channels: 30, controls: 10 }),
};

/** What people would write for each. */
const written: Readonly<Record<MarketPreset, object>> = {
  national: nationalMarket,
  small: smallMarket,
  geo: geoMarket,
  "brand-region": brandRegionMarket,
  "daily-campaigns": dailyCampaignsMarket,
  "small-business": businesses.small,
  "growing-business": businesses.growing,
  "medium-business": businesses.medium,
  "large-business": businesses.large,
};

/**
 * Ready descriptions:
 *
 * - `national`: five channels (tv, radio, print, search, social) with true ROI from 0.8 to 3.4, price and Christmas, 156 weeks
 * - `small`: two channels (search, tv), promotions, 104 weeks
 * - `geo`: the channels of `national` in twenty geos that differ in size, taste and response, 156 weeks
 * - `brand-region`: four channels for three brands in four regions, with effects crossed over both, 130 weeks
 * - `daily-campaigns`: five campaigns of an online shop that counts orders, each with another adstock, 550 days
 * - `small-business`, `growing-business`, `medium-business`, `large-business`: 1, 2, 8 and 50 geos; 104, 131, 156 and 208
 *   weeks; 4, 6, 8 and 30 channels that grow, have a season, go on and off, or start late; 2, 2, 4 and 10 controls
 *
 * @example
 * marketPresets.national.channels.map(({ name }) => name); // => ["tv", "radio", "print", "search", "social"]
 */
export const marketPresets: Readonly<Record<MarketPreset, MarketDescription>> = readWhenAsked(written);

/** Each description is completed when it is first asked for, and stays the same object. */
function readWhenAsked(
  inputs: Readonly<Record<MarketPreset, object>>,
): Readonly<Record<MarketPreset, MarketDescription>> {
  const known = new Map<string, MarketDescription>();
  const entries = Object.entries(inputs).map(([name, input]) => {
    const get = (): MarketDescription => {
      const description = known.get(name) ?? parseMarketDescription(input);
      known.set(name, description);
      return description;
    };
    return [name, { enumerable: true, get }] as const;
  });
  return Object.defineProperties({}, Object.fromEntries(entries)) as Readonly<
    Record<MarketPreset, MarketDescription>
  >;
}

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
