/** What a spend pattern may look at. */

import type { RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";

/** The market around a channel, as far as its budget depends on it. */
export interface SpendContext {
  readonly calendar: Calendar;
  /** [time] the baseline divided by its mean. */
  readonly demand: Float64Array;
  /** The channel's own. */
  readonly stream: RandomStream;
}
