/** Continuous spend: always on, wandering around its mean. */

import { drawNormal } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import { drawAutoregression } from "../../random/draw-autoregression.js";
import { scatter } from "../../random/draw-scatter.js";
import type { AnyPattern, SpendPatternKind } from "../spend-pattern-kind.js";

/** Always on, wandering around its mean; `persistence` is the correlation of one period with the next. */
export interface ContinuousPattern extends AnyPattern {
  readonly kind: "continuous";
  readonly persistence: number;
}

/** Log-normal around 1, each period remembering the one before. */
export const continuousPattern: SpendPatternKind<ContinuousPattern> = {
  schema: z.strictObject({
    kind: z.literal("continuous"),
    persistence: field.persistence.default(0.5),
    variation: field.variation,
  }),
  simulate: ({ persistence, variation }, { calendar, stream }) => {
    const wandering = drawAutoregression(calendar.periods.length, persistence, () => drawNormal(stream));
    return wandering.map((deviation) => scatter(variation, deviation));
  },
};
