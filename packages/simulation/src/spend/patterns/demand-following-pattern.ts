/** Spend that follows demand: the budget is made from the sales that are expected anyway. */

import { z } from "zod";
import { field } from "../../description/field.js";
import { drawScatter } from "../../random/draw-scatter.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/**
 * Budgets that follow demand: where the baseline is 1 % above its mean, spend is `strength` % above its own. Such spend
 * is confounded: it is high when sales would have been high anyway.
 */
export interface DemandFollowingPattern extends AnyPattern {
  readonly kind: "demand-following";
  readonly strength: number;
}

/** 1 + strength · (demand − 1), never below 0, with scatter. */
export const demandFollowingPattern: SpendPatternKind<DemandFollowingPattern> = {
  schema: z.strictObject({
    kind: z.literal("demand-following"),
    strength: field.number.default(2),
    variation: field.variation,
  }),
  simulate: ({ strength, variation }, { demand, stream }) =>
    demand.map((level) => Math.max(0, 1 + strength * (level - 1)) * drawScatter(stream, variation)),
};
