/** Simulated markets: data as an analyst gets them, with the truth beside. */

export { marketPreset, marketPresets } from "./description/market-presets.js";
export { parseMarketDescription } from "./description/parse-market-description.js";
export { type Market, simulateMarket } from "./simulate-market.js";
export { trueContribution } from "./media/true-contribution.js";
export { trueResponse } from "./true-response.js";
export { writeTruth } from "./write-truth.js";
export type {
  AdstockDescription,
  ChannelDescription,
  ControlDescription,
  ExposureDescription,
  KpiDescription,
  MarketDescription,
  NoiseDescription,
  SaturationDescription,
  SeasonalityDescription,
  SpendPattern,
  TrendDescription,
} from "./description/market-description.js";
export type { BaselineTruth } from "./baseline/simulate-baseline.js";
export type { ControlTruth } from "./baseline/simulate-control.js";
export type { HarmonicTruth, SeasonalityTruth } from "./baseline/simulate-seasonality.js";
export type { ChannelTruth, ResponseCurveTruth } from "./media/explain-channel.js";
export type { MediaEffect, SaturationTruth } from "./media/true-contribution.js";
export type { NoiseTruth } from "./noise/simulate-noise.js";
export type { Truth } from "./truth.js";
