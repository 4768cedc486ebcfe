/** The true response of a market to more or less of one channel. */

import { selectChannel } from "@mmm/data";
import { mediaOf } from "./media/buy-media.js";
import { totalResponse } from "./media/explain-channel.js";
import type { Market } from "./simulate-market.js";

/**
 * The KPI that a channel brings in the window when its media of every period is multiplied by one factor; any point of the
 * curve of which `truth.channels[…].responseCurve` holds eleven.
 *
 * @param market      data and truth, from `simulateMarket`
 * @param channel     the channel's name
 * @param multiplier  factor on its media, ≥ 0; 1 is what was spent
 * @returns           in KPI units
 * @throws  {IssueError} `data.unknown-channel`, with the nearest name
 * @throws  {RangeError} when the factor is negative or not finite
 * @example
 * const market = simulateMarket(marketPresets.small, 1);
 * trueResponse(market, "tv", 0); // => 0
 * trueResponse(market, "tv", 1) === market.truth.channels[1].totalContribution; // => true
 */
export function trueResponse({ dataset, truth }: Market, channel: string, multiplier: number): number {
  const media = mediaOf(selectChannel(dataset, channel));
  if (!(multiplier >= 0 && multiplier < Infinity)) {
    throw new RangeError(
      `trueResponse: multiplier must be finite and ≥ 0, got ${multiplier}. Use 1 for what was spent.`,
    );
  }
  return totalResponse(truth.channels.find(({ name }) => name === channel)!.cells, media, multiplier);
}
