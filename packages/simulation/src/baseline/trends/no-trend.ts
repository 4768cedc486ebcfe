/** No trend. */

import { z } from "zod";
import type { TrendKind } from "./trend-kind.js";

/** The baseline stays where it is, in every cell. */
export interface NoTrend {
  readonly kind: "none";
}

/** No segment. */
export const noTrend: TrendKind<NoTrend> = {
  schema: z.strictObject({ kind: z.literal("none") }),
  simulate: () => [],
};
