/** Simulated markets: data as an analyst gets them, with the truth beside. */

export { type MarketPreset, marketPreset, marketPresets } from "./presets/market-presets.js";
export { parseMarketDescription } from "./description/parse-market-description.js";
export { type Market, simulateMarket } from "./simulate-market.js";
export { trueContribution } from "./media/true-contribution.js";
export { trueResponse } from "./true-response.js";
export { writeTruth } from "./write-truth.js";
export type {
  ChannelDescription,
  ControlDescription,
  ExposureDescription,
  KpiDescription,
  MarketDescription,
  NoiseDescription,
  SeasonalityDescription,
  SpendPattern,
  Timing,
  TrendDescription,
} from "./description/market-description.js";
export type { BaselineTruth } from "./baseline/simulate-baseline.js";
export type { ControlTruth } from "./baseline/simulate-control.js";
export type { HarmonicTruth, SeasonalityTruth } from "./baseline/simulate-seasonality.js";
export type { TrendTruth } from "./baseline/simulate-trend.js";
export type {
  CellChannelTruth,
  ChannelTruth,
  ResponseCurveTruth,
  ReturnTruth,
} from "./media/explain-channel.js";
export type { MediaTransform } from "./media/media-transform.js";
export type { MediaEffect } from "./media/true-contribution.js";
export type {
  CellScatter,
  DimensionDescription,
  PanelDescription,
  PopulationDescription,
} from "./panel/panel-description.js";
export type { NoiseTruth } from "./noise/simulate-noise.js";
export type { Truth } from "./truth.js";
