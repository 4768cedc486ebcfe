/** ModelSpec: what is believed about a market before its data are seen, as plain data with every default written in. */

import type { Prior } from "@mmm/distributions";
import type { ParameterSpec } from "./parameter-spec.js";
import type { TransformSpec } from "./transform-spec.js";

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
  /** How media is carried over to later periods: any adstock of `@mmm/transforms`. */
  readonly adstock: TransformSpec;
  /** How an effect levels off: any saturation of `@mmm/transforms`, with media in units of its mean active period. */
  readonly saturation: TransformSpec;
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
