/** A linear trend. */

import { z } from "zod";
import { field } from "../../description/field.js";
import type { TrendKind } from "./trend-kind.js";

/** One line over the whole window: `change` is the share that the baseline gains from the first period to the last. */
export interface LinearTrend {
  readonly kind: "linear";
  readonly change: number;
}

/** One segment. */
export const linearTrend: TrendKind<LinearTrend> = {
  schema: z.strictObject({ kind: z.literal("linear"), change: field.number.default(0.1) }),
  simulate: ({ change }) => [{ from: 0, to: 1, change }],
};
