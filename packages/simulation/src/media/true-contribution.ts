/** What media brings in the market that was simulated: the one place where media becomes KPI. */

import {
  geometricAdstock,
  hillSaturation,
  logisticSaturation,
  noAdstock,
  noSaturation,
} from "@mmm/transforms";
import type { AdstockDescription } from "../description/market-description.js";

/** How an effect levels off, in the unit of the media. */
export type SaturationTruth =
  | {
      readonly kind: "hill";
      /** Media per period at which half of the largest effect is reached. */
      readonly halfSaturation: number;
      readonly slope: number;
    }
  | {
      readonly kind: "logistic";
      /** Per unit of media. */
      readonly rate: number;
    }
  | { readonly kind: "none" };

/** How a channel's media becomes KPI. */
export interface MediaEffect {
  readonly adstock: AdstockDescription;
  readonly saturation: SaturationTruth;
  /** KPI of a period at full saturation; without saturation, KPI per unit of media. */
  readonly coefficient: number;
}

/**
 * What a channel brings in every period for any media, as it was or otherwise:
 *
 *     contribution[t] = coefficient · saturation(adstock(media))[t]
 *
 * @param channel  the truth about the channel
 * @param media    [time] media per period, ≥ 0: exposure where the channel has it, otherwise spend; any number of periods
 * @returns        [time] in KPI units
 * @example
 * const { dataset, truth } = simulateMarket(marketPresets.small, 1);
 * const silent = new Float64Array(dataset.periods.length);
 * trueContribution(truth.channels[0], silent)[0]; // => 0
 */
export function trueContribution(channel: MediaEffect, media: Float64Array): Float64Array {
  const { adstock, saturation, coefficient } = channel;
  return saturate(carryOver(media, adstock), saturation).map((share) => coefficient * share);
}

function carryOver(media: Float64Array, adstock: AdstockDescription): Float64Array {
  switch (adstock.kind) {
    case "none":
      return noAdstock(media, {});
    case "geometric": {
      const { retention, normalize, window } = adstock;
      return geometricAdstock(media, { retention }, { normalize, window });
    }
  }
}

function saturate(stock: Float64Array, saturation: SaturationTruth): Float64Array {
  switch (saturation.kind) {
    case "none":
      return noSaturation(stock, {});
    case "hill": {
      const { halfSaturation, slope } = saturation;
      return hillSaturation(stock, { halfSaturation, slope });
    }
    case "logistic":
      return logisticSaturation(stock, { rate: saturation.rate });
  }
}
