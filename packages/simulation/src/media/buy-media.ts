/** Media of one channel as the data will show it: what was spent, and what that bought. */

import type { Channel } from "@mmm/data";
import type { ChannelDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { cellStream } from "../panel/panel.js";
import type { SpendContext } from "../spend/spend-context.js";
import { simulateSpend } from "../spend/simulate-spend.js";
import { simulateExposure } from "./simulate-exposure.js";

/** Simulates spend and exposure; each has its own branch of the channel's stream. */
export function buyMedia(channel: ChannelDescription, context: SpendContext): Channel {
  const { name, exposure } = channel;
  const { stream, panel } = context;
  const spend = simulateSpend(channel, { ...context, stream: stream.split("spend") });
  if (exposure === null) return { name, spend };
  const values = new Float64Array(spend.length);
  const prices = stream.split("exposure");
  cellSlices(spend, panel.cells.length).forEach((own, g) =>
    values.set(simulateExposure(exposure, own, cellStream(panel, prices, g)), g * own.length),
  );
  return { name, spend, exposure: { name: exposure.name, values } };
}

/** What a channel works through: its exposure where it has one, otherwise its spend. */
export function mediaOf({ spend, exposure }: Channel): Float64Array {
  return exposure === undefined ? spend : exposure.values;
}
