/** What a budget may look at. */

import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import type { Panel } from "../panel/panel.js";

/** What a spend pattern may look at: the whole market or one cell, as far as its budget depends on it. */
export interface ShapeContext {
  readonly calendar: Calendar;
  /** [time] the baseline divided by its mean. */
  readonly demand: Float64Array;
  /** The channel's own. */
  readonly stream: RandomStream;
}

/** The market around a channel. */
export interface SpendContext extends ShapeContext {
  readonly panel: Panel;
  /** [cell] → [time] each cell's baseline divided by its mean. */
  readonly cellDemand: readonly Float64Array[];
}
