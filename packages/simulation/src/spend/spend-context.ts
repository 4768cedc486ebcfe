/** What a budget may look at. */

import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import type { Panel } from "../panel/panel.js";

/** What a spend pattern may look at: the whole market or one cell, as far as its budget depends on it. */
export interface ShapeContext {
  readonly calendar: Calendar;
  /** [time] the baseline divided by its mean. */
  readonly demand: Float64Array;
  /** [time] the shape of the channel that is followed, of any size. */
  readonly followed?: Float64Array | undefined;
  /** The channel's own. */
  readonly stream: RandomStream;
}

/** The market in which spend is planned. */
export interface SpendContext {
  readonly calendar: Calendar;
  readonly panel: Panel;
  /** [time] the baseline of all cells divided by its mean. */
  readonly demand: Float64Array;
  /** [cell] → [time] each cell's baseline divided by its mean. */
  readonly cellDemand: readonly Float64Array[];
  /** The market's; every channel has a branch that is named after it. */
  readonly stream: RandomStream;
}
