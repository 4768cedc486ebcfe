/** What every trend is: a description, and the stretches of its line. */

import type { Kind } from "../../description/kind.js";

/** A stretch of the window in which the baseline changes steadily. */
export interface TrendSegment {
  /** Share of the window that has passed where it begins, in [0, 1). */
  readonly from: number;
  /** Where it ends, in (0, 1]. */
  readonly to: number;
  /** Share of the baseline that is gained in it. */
  readonly change: number;
}

/** A kind of trend; its segments follow each other. */
export type TrendKind<Trend> = Kind<Trend, null, readonly TrendSegment[]>;
