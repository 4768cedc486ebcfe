/** A continuous control: a series that wanders around its mean, such as an index or the weather. */

import { drawNormal } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import { drawAutoregression } from "../../random/draw-autoregression.js";
import { roundToDigits } from "../../round-to-digits.js";
import { type ControlKind, type LocalControl, localControlFields } from "../control-kind.js";

/** A continuous series that moves the KPI: autoregressive around its mean. */
export interface ContinuousControl extends LocalControl {
  readonly kind: "continuous";
  /** In the control's unit. */
  readonly mean: number;
  /** Standard deviation in the long run, in the control's unit. */
  readonly sd: number;
  /** Correlation of one period with the next, in [0, 1). */
  readonly persistence: number;
  /** Share by which the KPI moves when the control is one `sd` above its mean; below 0 for a price. */
  readonly effect: number;
}

/** Normal around the mean, each period remembering the one before. */
export const continuousControl: ControlKind<ContinuousControl> = {
  schema: z.strictObject({
    kind: z.literal("continuous"),
    ...localControlFields,
    mean: field.number.default(0),
    sd: field.positive.default(1),
    persistence: field.persistence.default(0.8),
    effect: field.number,
  }),
  simulate: ({ mean, sd, persistence, effect }, { calendar, stream }) => {
    const series = drawAutoregression(calendar.periods.length, persistence, () => drawNormal(stream));
    const values = series.map((deviation) => roundToDigits(mean + sd * deviation));
    return { values, effect, unit: sd, centered: true };
  },
};
