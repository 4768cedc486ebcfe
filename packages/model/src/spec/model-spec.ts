/** ModelSpec: what is believed about a market before its data are seen, as plain data with every default written in. */

import type { Prior } from "@mmm/distributions";

/** A parameter that is learned from a prior, or fixed at a number. */
export type ParameterSpec = Prior | number;

/** How media is carried over to later periods. */
export type AdstockSpec =
  | {
      readonly kind: "geometric";
      /** Weights sum to one, so that carry-over moves an effect in time without changing its size. */
      readonly normalize: boolean;
      /** Number of periods that carry (lag 0 included), or `null` for an infinite tail. */
      readonly window: number | null;
      /** Share carried to the next period (α), in (0, 1). */
      readonly retention: ParameterSpec;
    }
  | { readonly kind: "none" };

/** How an effect levels off as media grows; media is in units of its mean active period. */
export type SaturationSpec =
  | {
      readonly kind: "hill";
      /** Stock at which half of the effect is reached (k), in mean active periods. */
      readonly halfSaturation: ParameterSpec;
      /** Steepness (s); 1 keeps the curve concave. */
      readonly slope: ParameterSpec;
    }
  | { readonly kind: "logistic"; /** Rate (λ) per mean active period. */ readonly rate: ParameterSpec }
  | { readonly kind: "none" };

/** The coordinate in which a channel's effect is believed and sampled. */
export interface EffectSpec {
  /**
   * `"coefficient"`: the effect at full saturation (without saturation: of a mean active period), as a share of the
   * mean KPI. `"roi"`: KPI per unit of spend over the whole window; the coefficient is derived from it.
   */
  readonly on: "coefficient" | "roi";
  readonly prior: Prior;
}

/** Everything about one channel. */
export interface ChannelSpec {
  readonly adstock: AdstockSpec;
  readonly saturation: SaturationSpec;
  readonly effect: EffectSpec;
}

/** A yearly (or other) cycle as sines and cosines. */
export interface SeasonalitySpec {
  readonly periodDays: number;
  readonly harmonics: number;
  readonly prior: Prior;
}

/** What the mean leaves unexplained. */
export type NoiseSpec =
  | { readonly kind: "normal"; readonly scale: Prior }
  | { readonly kind: "student-t"; readonly scale: Prior; readonly degreesOfFreedom: ParameterSpec };

/**
 * A national additive model:
 *
 *     kpi[t] = intercept + trend[t] + seasonality[t] + Σ controls[t] + Σ_c coefficient[c] · saturation(adstock(media[c]))[t] + noise[t]
 *
 * Priors of intercept, trend, seasonality, controls, coefficients and noise are in units of the mean KPI, so that one
 * set of defaults serves a kiosk and a chain of supermarkets.
 */
export interface ModelSpec {
  readonly intercept: { readonly prior: Prior };
  readonly trend: { readonly kind: "linear"; readonly prior: Prior } | { readonly kind: "none" };
  readonly seasonality: readonly SeasonalitySpec[];
  readonly controls: {
    readonly default: { readonly prior: Prior };
    readonly only: Readonly<Record<string, { readonly prior: Prior }>>;
  };
  readonly media: { readonly default: ChannelSpec; readonly only: Readonly<Record<string, ChannelSpec>> };
  readonly noise: NoiseSpec;
}

/** The spec of one channel: its own where there is one, otherwise the default. */
export function channelSpec(spec: ModelSpec, channel: string): ChannelSpec {
  return ownEntry(spec.media.only, channel) ?? spec.media.default;
}

/** The prior of one control. */
export function controlPrior(spec: ModelSpec, control: string): Prior {
  return (ownEntry(spec.controls.only, control) ?? spec.controls.default).prior;
}

/** Names come from users, and every object has a "constructor". */
function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
