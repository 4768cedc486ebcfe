/** MarketDescription: a market to simulate, as plain data with every default written in. */

import type { MediaTransform } from "../media/media-transform.js";
import type { PanelDescription } from "../panel/panel-description.js";

/** What is sold, and how much of it without media. */
export interface KpiDescription {
  readonly name: string;
  /** A label such as `"EUR"`. */
  readonly unit: string;
  /**
   * KPI of an average period without media, holidays and events, of all cells together. Every share below (trend, amplitudes, effects of
   * controls, noise) is a share of it.
   */
  readonly baselinePerPeriod: number;
}

/** How the baseline moves over the window: `change` is the share that it gains from the first period to the last. */
export type TrendDescription =
  { readonly kind: "linear"; readonly change: number } | { readonly kind: "none" };

/** One wave of the year. */
export interface HarmonicDescription {
  /** Height of the wave above its middle, as a share. */
  readonly amplitude: number;
  /** A day on which it stands highest, `MM-DD`. */
  readonly peak: string;
}

/** A cycle. Of a year's harmonics the first has one wave a year, the second two, and so on. */
export interface SeasonalityDescription {
  readonly kind: "yearly";
  readonly harmonics: readonly HarmonicDescription[];
}

/** What cells share: one course for all, or one of the same kind for each. */
export type Timing = "together" | "apart";

interface AnyControl {
  readonly name: string;
  /** Whether the data set shows it; a hidden control is in the truth alone. */
  readonly observed: boolean;
}

interface LocalControl extends AnyControl {
  /** Whether it is the same in all cells, or each has its own. Of no meaning in a national market. */
  readonly cells: Timing;
}

/** A continuous series that moves the KPI, such as a price: autoregressive around its mean. */
export interface ContinuousControl extends LocalControl {
  readonly kind: "continuous";
  /** In the control's unit. */
  readonly mean: number;
  /** Standard deviation in the long run, in the control's unit. */
  readonly sd: number;
  /** Correlation of one period with the next, in [0, 1). */
  readonly persistence: number;
  /** Share by which the KPI moves when the control is one `sd` above its mean; below 0 for a price. */
  readonly effect: number;
}

/** A day of every year: an indicator that is 1 in the period of that day. */
export interface HolidayControl extends AnyControl {
  readonly kind: "holiday";
  /** `MM-DD`. */
  readonly day: string;
  /** Periods that it lasts: the one that holds the day, and those before it. */
  readonly lengthPeriods: number;
  /** Share by which the KPI moves while it is 1. */
  readonly effect: number;
}

/** Something that happens at irregular times, such as a promotion: an indicator that is 1 while it lasts. */
export interface EventControl extends LocalControl {
  readonly kind: "event";
  readonly perYear: number;
  readonly lengthPeriods: number;
  /** Share by which the KPI moves while it is 1. */
  readonly effect: number;
}

/** Something besides media that moves the KPI. */
export type ControlDescription = ContinuousControl | HolidayControl | EventControl;

/** Log-scale scatter of every period's spend, whatever the pattern: about its coefficient of variation. */
interface AnyPattern {
  readonly variation: number;
}

/** Always on, wandering around its mean; `persistence` is the correlation of one period with the next. */
export interface ContinuousPattern extends AnyPattern {
  readonly kind: "continuous";
  readonly persistence: number;
}

/** On for some periods, then off: lengths vary by half around `onPeriods` and `offPeriods`. */
export interface FlightsPattern extends AnyPattern {
  readonly kind: "flights";
  readonly onPeriods: number;
  readonly offPeriods: number;
}

/** One wave a year: `amplitude` is a share of the mean, `peak` the day of most spend, `MM-DD`. */
export interface SeasonalPattern extends AnyPattern {
  readonly kind: "seasonal";
  readonly amplitude: number;
  readonly peak: string;
}

/** Bursts at irregular times over a low floor; bursts differ in height by `variation`. */
export interface EventsPattern extends AnyPattern {
  readonly kind: "events";
  readonly perYear: number;
  readonly lengthPeriods: number;
  /** Spend between bursts, as a share of a burst's. */
  readonly floor: number;
}

/**
 * Budgets that follow demand: where the baseline is 1 % above its mean, spend is `strength` % above its own. Such spend
 * is confounded: it is high when sales would have been high anyway.
 */
export interface DemandFollowingPattern extends AnyPattern {
  readonly kind: "demand-following";
  readonly strength: number;
}

/** How spend is spread over time. */
export type SpendPattern =
  ContinuousPattern | FlightsPattern | SeasonalPattern | EventsPattern | DemandFollowingPattern;

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
  /** KPI that the channel brings inside the window per unit of money spent, over all cells; its coefficient follows from it. */
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
 * What is left over: `sd` is its standard deviation as a share, whatever the distribution; `autocorrelation` the
 * correlation of one period with the next.
 */
export type NoiseDescription =
  | { readonly kind: "normal"; readonly sd: number; readonly autocorrelation: number }
  | {
      readonly kind: "student-t";
      readonly sd: number;
      /** Above 2, so that the standard deviation exists. */
      readonly degreesOfFreedom: number;
      readonly autocorrelation: number;
    };

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
