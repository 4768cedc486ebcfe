/** The plans of all channels: the shape of each in every cell, leaders before those that follow them. */

import { mean } from "@mmm/numerics";
import type { ChannelDescription } from "../description/market-description.js";
import { cellStream } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import type { SpendContext } from "./spend-context.js";
import { spendShape } from "./spend-patterns.js";

/** [cell] → [time], of any size; one array for all cells where they share a plan. */
export type CellShapes = readonly Float64Array[];

/**
 * The shapes of every channel, by name. A channel that follows another is planned after it; who follows whom has no circles,
 * as the door of descriptions makes sure.
 */
export function planShapes(
  channels: readonly ChannelDescription[],
  context: SpendContext,
): ReadonlyMap<string, CellShapes> {
  const shapes = new Map<string, CellShapes>();
  const plan = (channel: ChannelDescription): CellShapes => {
    const known = shapes.get(channel.name);
    if (known !== undefined) return known;
    const { pattern } = channel;
    const leader =
      pattern.kind === "following" ? channels.find(({ name }) => name === pattern.channel) : undefined;
    const own = shapesOfCells(channel, context, leader && plan(leader));
    shapes.set(channel.name, own);
    return own;
  };
  channels.forEach(plan);
  return shapes;
}

function shapesOfCells(
  { name, pattern, cells }: ChannelDescription,
  { calendar, panel, demand, cellDemand, stream: market }: SpendContext,
  leader: CellShapes | undefined,
): CellShapes {
  const stream = market.split("channel", name, "spend");
  if (cells === "apart") {
    return panel.cells.map((_, g) =>
      spendShape(pattern, {
        ...{ calendar, demand: cellDemand[g]!, followed: leader?.[g] },
        stream: cellStream(panel, stream, g),
      }),
    );
  }
  const plan = spendShape(pattern, { calendar, demand, followed: leader && together(leader), stream });
  return panel.cells.map(() => plan);
}

/** The mean over cells of shapes that are each brought to mean 1. */
function together(shapes: CellShapes): Float64Array {
  const [first] = shapes;
  if (shapes.every((shape) => shape === first)) return first!;
  const centers = shapes.map(mean);
  return first!.map((_, t) =>
    sumOverCells(Float64Array.from(shapes, (shape, g) => (centers[g] === 0 ? 0 : shape[t]! / centers[g]!))),
  );
}
