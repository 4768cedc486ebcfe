/** Spend that follows another channel: two channels that one plan moves, as data often show them. */

import { drawNormal, mean, variance } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** Spend that is correlated with that of another channel. */
export interface FollowingPattern extends AnyPattern {
  readonly kind: "following";
  /** The other channel's name. */
  readonly channel: string;
  /** With the other's spend, in [−1, 1]. */
  readonly correlation: number;
}

/**
 * 1 + variation · (correlation · leader + √(1 − correlation²) · noise), never below 0, where the leader is the other
 * channel's shape with mean 0 and standard deviation 1.
 */
export const followingPattern: SpendPatternKind<FollowingPattern> = {
  schema: z.strictObject({
    kind: z.literal("following"),
    channel: field.name,
    correlation: field.number.min(-1).max(1).default(0.8),
    // Three standard deviations down is nothing, so that hardly a period is cut off.
    variation: field.notNegative.default(0.3),
  }),
  simulate: ({ correlation, variation }, { followed, stream }) => {
    if (followed === undefined)
      throw new Error("followingPattern: the shape of the followed channel must be given.");
    const [center, spread] = [mean(followed), Math.sqrt(variance(followed))];
    const own = Math.sqrt(1 - correlation * correlation);
    return followed.map((value) => {
      const leader = spread === 0 ? 0 : (value - center) / spread;
      return Math.max(0, 1 + variation * (correlation * leader + own * drawNormal(stream)));
    });
  },
};
