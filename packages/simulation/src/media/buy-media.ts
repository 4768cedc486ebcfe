/** Media as the data will show it: what was spent, and what that bought. */

import type { Channel } from "@mmm/data";
import type { RandomStream } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { cellStream, type Panel } from "../panel/panel.js";
import { type CellShapes, planShapes } from "../spend/plan-shapes.js";
import { simulateSpend } from "../spend/simulate-spend.js";
import type { SpendContext } from "../spend/spend-context.js";
import { simulateExposure } from "./simulate-exposure.js";

/** Simulates spend and exposure of all channels, in their order; each draws from a branch that is named after it. */
export function buyMedia(channels: readonly ChannelDescription[], context: SpendContext): readonly Channel[] {
  const shapes = planShapes(channels, context);
  return channels.map((channel) => {
    const stream = context.stream.split("channel", channel.name);
    return buyChannel(channel, shapes.get(channel.name)!, context.panel, stream);
  });
}

function buyChannel(
  channel: ChannelDescription,
  shapes: CellShapes,
  panel: Panel,
  stream: RandomStream,
): Channel {
  const { name, exposure } = channel;
  const spend = simulateSpend(channel, shapes, panel, stream.split("spend"));
  if (exposure === null) return { name, spend };
  const values = new Float64Array(spend.length);
  const prices = stream.split("exposure");
  cellSlices(spend, shapes.length).forEach((own, g) =>
    values.set(simulateExposure(exposure, own, cellStream(panel, prices, g)), g * own.length),
  );
  return { name, spend, exposure: { name: exposure.name, values } };
}

/** What a channel works through: its exposure where it has one, otherwise its spend. */
export function mediaOf({ spend, exposure }: Channel): Float64Array {
  return exposure === undefined ? spend : exposure.values;
}
