/** Simulated markets: data as an analyst gets them, with the truth beside. */

export { type MarketPreset, marketPreset, marketPresets } from "./presets/market-presets.js";
export { plantFaults } from "./faults/plant-faults.js";
export type { FaultCounts, FaultKind, FaultyTable, PlantedFault } from "./faults/faulty-table.js";
export { parseMarketDescription } from "./description/parse-market-description.js";
export { type Market, simulateMarket } from "./simulate-market.js";
export { optimalBudget } from "./budget/optimal-budget.js";
export type { BudgetBounds, BudgetRequest } from "./budget/budget-request.js";
export type { ChannelBudget, OptimalBudget } from "./budget/optimal-budget.js";
export { trueContribution } from "./media/true-contribution.js";
export { type ResponseOptions, trueResponse } from "./true-response.js";
export { writeTruth } from "./write-truth.js";
export type {
  ChannelDescription,
  ExposureDescription,
  KpiDescription,
  MarketDescription,
} from "./description/market-description.js";
export type { Timing } from "./description/timing.js";
export type { ControlDescription } from "./baseline/control-kinds.js";
export type { SeasonalityDescription } from "./baseline/cycles/cycle-kinds.js";
export type { TrendDescription } from "./baseline/trends/trend-kinds.js";
export type { RevenuePerKpiDescription } from "./kpi/simulate-revenue-per-kpi.js";
export type { NoiseDescription } from "./noise/noise-kinds.js";
export type { SpendPattern } from "./spend/spend-patterns.js";
export type { BaselineTruth } from "./baseline/simulate-baseline.js";
export type { ControlTruth } from "./baseline/simulate-control.js";
export type { HarmonicTruth, SeasonalityTruth } from "./baseline/simulate-seasonality.js";
export type { TrendSegmentTruth, TrendTruth } from "./baseline/simulate-trend.js";
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
export type { AdditiveNoiseTruth, CountNoiseTruth, NoiseTruth } from "./noise/noise-truth.js";
export type { Truth } from "./truth.js";
