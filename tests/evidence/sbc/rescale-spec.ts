/** The same beliefs in another unit: a spec whose priors are in mean periods of KPI, after the mean has changed. */

import { log } from "@mmm/numerics";
import type { Prior } from "@mmm/distributions";
import type { CellSpec, ChannelSpec, ModelSpec, TrendSpec } from "@mmm/model";

/** Parameters that are in the unit of the quantity itself, so that they are divided with it. */
const proportional: Readonly<Record<string, readonly string[]>> = {
  normal: ["mean", "sd"],
  "half-normal": ["sd"],
};

/**
 * The spec that says in natural units what `spec` says for another data set.
 *
 * @param share  mean KPI of the new data set / that of the old one, > 0
 * @throws {Error} where a prior in units of the KPI is of a family that is not divided here
 */
export function rescaleSpec(spec: ModelSpec, share: number): ModelSpec {
  const divided = (prior: Prior): Prior => dividePrior(prior, share);
  const ofCells = (cells: CellSpec): CellSpec =>
    cells.pooling === "pooled" ? { ...cells, spread: divided(cells.spread) } : cells;
  const withPrior = <T extends { readonly prior: Prior; readonly cells: CellSpec }>(part: T): T => ({
    ...part,
    prior: divided(part.prior),
    cells: ofCells(part.cells),
  });
  const ofTrend = (trend: TrendSpec): TrendSpec => {
    if (trend.kind === "none") return trend;
    return trend.kind === "piecewise"
      ? { ...withPrior(trend), change: divided(trend.change) }
      : withPrior(trend);
  };
  const channel = (own: ChannelSpec): ChannelSpec =>
    own.effect.on === "coefficient"
      ? { ...own, effect: { ...own.effect, prior: divided(own.effect.prior) } }
      : own;
  return {
    scaling: spec.scaling,
    intercept: spec.intercept && withPrior(spec.intercept),
    trend: ofTrend(spec.trend),
    seasonality: spec.seasonality.map(withPrior),
    events: spec.events.map(withPrior),
    timeEffects: spec.timeEffects && { spread: divided(spec.timeEffects.spread) },
    controls: {
      default: withPrior(spec.controls.default),
      only: mapValues(spec.controls.only, withPrior),
    },
    media: { default: channel(spec.media.default), only: mapValues(spec.media.only, channel) },
    noise: { ...spec.noise, scale: divided(spec.noise.scale) },
  };
}

function dividePrior(prior: Prior, share: number): Prior {
  if (prior.distribution === "log-normal") {
    return { ...prior, logMean: Number(prior.logMean) - log(share) };
  }
  const names = proportional[prior.distribution];
  if (names === undefined) {
    throw new Error(
      `rescaleSpec: a prior in units of the KPI must be one of log-normal, ${Object.keys(proportional).join(", ")}, got ${prior.distribution}. Say here how it is divided.`,
    );
  }
  const divided = names.map((name) => [name, (prior[name] as number) / share]);
  return { ...prior, ...(Object.fromEntries(divided) as Readonly<Record<string, number>>) };
}

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
