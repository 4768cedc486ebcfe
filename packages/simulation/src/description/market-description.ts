/** MarketDescription: a market to simulate, as plain data with every default written in. */

import type { ControlDescription } from "../baseline/control-kinds.js";
import type { SeasonalityDescription } from "../baseline/cycles/cycle-kinds.js";
import type { TrendDescription } from "../baseline/trends/trend-kinds.js";
import type { RevenuePerKpiDescription } from "../kpi/simulate-revenue-per-kpi.js";
import type { MediaTransform } from "../media/media-transform.js";
import type { NoiseDescription } from "../noise/noise-kinds.js";
import type { PanelDescription } from "../panel/panel-description.js";
import type { SpendPattern } from "../spend/spend-patterns.js";
import type { Timing } from "./timing.js";

/** What is sold, and how much of it without media. */
export interface KpiDescription {
  readonly name: string;
  /** A label such as `"EUR"` or `"orders"`. */
  readonly unit: string;
  /**
   * KPI of an average period without media, holidays and events, of all cells together. Every share below (trend,
   * amplitudes, effects of controls, noise) is a share of it.
   */
  readonly baselinePerPeriod: number;
  /** `null` where the KPI is money itself. */
  readonly revenuePerKpi: RevenuePerKpiDescription | null;
}

/** What spend buys, where that is measured: contacts, clicks, impressions. Media then works through it. */
export interface ExposureDescription {
  readonly name: string;
  readonly costPerExposure: number;
  /** Log-scale scatter of the cost from period to period: about its coefficient of variation. */
  readonly variation: number;
}

/** A paid channel. */
export interface ChannelDescription {
  readonly name: string;
  /** Of all cells together; mean over all periods, those without spend included. */
  readonly spendPerPeriod: number;
  /** Money that the channel brings inside the window per unit spent, over all cells; its coefficient follows from it. */
  readonly roi: number;
  readonly pattern: SpendPattern;
  /** `null` where spend itself is the media. */
  readonly exposure: ExposureDescription | null;
  /** Whether all cells run one plan, or each its own of the same pattern. Of no meaning in a national market. */
  readonly cells: Timing;
  /** How media is carried over to later periods. */
  readonly adstock: MediaTransform;
  /** How an effect levels off. Media counts in mean active periods: 1 is the mean of the periods with media. */
  readonly saturation: MediaTransform;
}

/**
 * A market to simulate, in cells g (of which a national one has one):
 *
 *     kpi[g, t] = baseline[g, t] + Σ_c coefficient[g, c] · saturation(adstock(media[g, c]))[t] + noise[g, t]
 *     baseline[g, t] = intercept[g] + trend[g, t] + seasonality[g, t] + Σ controls[g, t]
 */
export interface MarketDescription {
  readonly name: string;
  /** First day of the first period, an ISO date. */
  readonly start: string;
  readonly periods: number;
  readonly periodDays: 1 | 7;
  /** `null` for a national market. */
  readonly panel: PanelDescription | null;
  readonly kpi: KpiDescription;
  readonly trend: TrendDescription;
  readonly seasonality: readonly SeasonalityDescription[];
  readonly controls: readonly ControlDescription[];
  readonly channels: readonly ChannelDescription[];
  readonly noise: NoiseDescription;
}
