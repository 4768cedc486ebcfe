/** Where each parameter of the measurement's model lies in the position, on the unconstrained scale. */

import { drawNormal, randomStream } from "@mmm/numerics";
import { controlCount, featureCount, type MarketSize } from "./market.js";

export interface PositionLayout {
  /** [channel] logit of the retention α */
  readonly retention: number;
  /** [channel] log of the half-saturation k */
  readonly half: number;
  /** [channel] log of the slope s */
  readonly slope: number;
  /** [channel] mean log effect μ */
  readonly effectMean: number;
  /** [channel] log of the spread τ of log effects over geos */
  readonly effectSpread: number;
  /** [geo, channel] standardised deviation z */
  readonly deviation: number;
  /** [geo] b₀ */
  readonly baseline: number;
  /** [feature] γ */
  readonly seasonality: number;
  /** [control] w */
  readonly controlWeights: number;
  /** log of the noise σ */
  readonly noise: number;
  readonly dimension: number;
}

export function positionLayout({ geos, channels }: MarketSize): PositionLayout {
  const deviation = 5 * channels;
  const baseline = deviation + geos * channels;
  const seasonality = baseline + geos;
  const controlWeights = seasonality + featureCount;
  const noise = controlWeights + controlCount;
  const perChannel = (place: number): number => place * channels;
  return {
    retention: perChannel(0),
    half: perChannel(1),
    slope: perChannel(2),
    effectMean: perChannel(3),
    effectSpread: perChannel(4),
    ...{ deviation, baseline, seasonality, controlWeights, noise },
    dimension: noise + 1,
  };
}

/** A position where chains go: within a prior's spread of zero. */
export function drawPosition(size: MarketSize, seed: number): Float64Array {
  const stream = randomStream(seed, "position", size.name);
  return Float64Array.from({ length: positionLayout(size).dimension }, () => 0.5 * drawNormal(stream));
}
