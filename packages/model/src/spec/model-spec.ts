/** ModelSpec: what is believed about a market before its data are seen, as plain data with every default written in. */

import type { Prior } from "@mmm/distributions";
import type { CellSpec } from "./cell-spec.js";
import type { ParameterSpec } from "./parameter-spec.js";
import type { ScalingSpec } from "./scaling-spec.js";
import type { TransformSpec } from "./transform-spec.js";

/** The coordinate in which a channel's effect is believed and sampled; the others are derived from it. */
export interface EffectSpec {
  /**
   * - `"coefficient"`: the effect at full saturation (without saturation: of a mean active period), in units of the scaled
   *   KPI, usually its mean.
   * - `"roi"`: KPI (money where revenue per KPI is known) per unit of spend, over all cells and the whole window.
   * - `"marginal-roi"`: the same of 1 % more media in every period.
   * - `"contribution"`: the share of the whole KPI that the channel brought.
   */
  readonly on: "coefficient" | "roi" | "marginal-roi" | "contribution";
  readonly prior: Prior;
}

/** Everything about one channel. */
export interface ChannelSpec {
  /** Whether media are carried over before they level off, as in most models, or after. */
  readonly order: "adstock-first" | "saturation-first";
  /** How media is carried over to later periods: any adstock of `@mmm/transforms`. */
  readonly adstock: TransformSpec;
  /** How an effect levels off: any saturation of `@mmm/transforms`, with media in units of its mean active period. */
  readonly saturation: TransformSpec;
  readonly effect: EffectSpec;
  /** How the effect and the learned parameters of both transforms vary over the cells of a panel, by name. */
  readonly cells: { readonly effect: CellSpec; readonly [parameter: string]: CellSpec };
}

/** A belief about a coefficient, and how it varies over the cells. */
export interface CoefficientSpec {
  readonly prior: Prior;
  readonly cells: CellSpec;
}

/** The level of sales without media, trend, season and controls. */
export interface InterceptSpec extends CoefficientSpec {
  /** A cell whose level is 0, such as Meridian's baseline geo: `"largest"` by population (or KPI). Where separate only. */
  readonly zeroAt: "largest" | null;
}

/** How the level moves over the window. */
export type TrendSpec =
  | { readonly kind: "none" }
  /** A straight line; the coefficient is its change over the window. */
  | ({ readonly kind: "linear" } & CoefficientSpec)
  /** A line whose slope may change at some times, evenly spread. */
  | ({ readonly kind: "piecewise"; readonly changePoints: number; readonly change: Prior } & CoefficientSpec)
  /** Levels at knots, evenly spread, with straight lines between them; `"every"` is a knot in each period. */
  | ({ readonly kind: "knots"; readonly count: number | "every" } & CoefficientSpec);

/** A yearly (or other) cycle as sines and cosines. */
export interface SeasonalitySpec extends CoefficientSpec {
  readonly periodDays: number;
  /** Where the cycle begins: at 1970-01-01, or anew with every calendar year. */
  readonly from: "epoch" | "year";
  readonly harmonics: number;
}

/** What moves all cells alike from one period to the next, beyond trend, season, events and controls. */
export interface TimeEffectsSpec {
  /** Standard deviation of the effects, in units of the scaled KPI. */
  readonly spread: Prior;
}

/** A holiday or another event by its days. */
export interface EventSpec extends CoefficientSpec {
  readonly name: string;
  /** ISO dates. */
  readonly days: readonly string[];
  /** Periods before and after with a coefficient of their own. */
  readonly lead: number;
  readonly lag: number;
}

/** What the mean leaves unexplained; the scale is one for all cells or one per cell. */
export type NoiseSpec =
  | { readonly kind: "normal"; readonly scale: Prior; readonly cells: "shared" | "separate" }
  | {
      readonly kind: "student-t";
      readonly scale: Prior;
      readonly cells: "shared" | "separate";
      readonly degreesOfFreedom: ParameterSpec;
    };

/**
 * An additive model of one market or of a panel of cells g:
 *
 *     kpi[g, t] = intercept[g] + trend[t] + seasonality[t] + Σ events[t] + time effect[t] + Σ controls[g, t]
 *               + Σ_c coefficient[c, g] · saturation(adstock(media[c, g]))[t] + noise[g, t]
 *
 * Every coefficient says in `cells` how it varies over the cells; with a single cell that has no meaning, and of fewer than
 * four, whose spread nobody can learn, pooled coefficients other than media effects are separate. Priors are in the
 * units of `scaling`, by default of the mean KPI, so that one set of defaults serves a kiosk and a chain of supermarkets.
 */
export interface ModelSpec {
  readonly scaling: ScalingSpec;
  readonly intercept: InterceptSpec | null;
  readonly trend: TrendSpec;
  readonly seasonality: readonly SeasonalitySpec[];
  readonly events: readonly EventSpec[];
  /** `null` for none; data of fewer than three cells have none, where they could not be told from noise. */
  readonly timeEffects: TimeEffectsSpec | null;
  readonly controls: {
    readonly default: CoefficientSpec;
    readonly only: Readonly<Record<string, CoefficientSpec>>;
  };
  readonly media: { readonly default: ChannelSpec; readonly only: Readonly<Record<string, ChannelSpec>> };
  readonly noise: NoiseSpec;
}

/** The spec of one channel: its own where there is one, otherwise the default. */
export function channelSpec(spec: ModelSpec, channel: string): ChannelSpec {
  return ownEntry(spec.media.only, channel) ?? spec.media.default;
}

/** What is believed of one control. */
export function controlSpec(spec: ModelSpec, control: string): CoefficientSpec {
  return ownEntry(spec.controls.only, control) ?? spec.controls.default;
}

/** Names come from users, and every object has a "constructor". */
function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
