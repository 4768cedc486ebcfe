/** Something on known dates: holidays that move, such as Easter, and launches. */

import { z } from "zod";
import { field } from "../../description/field.js";
import { type AnyControl, controlFields, type ControlKind } from "../control-kind.js";
import { indicator, indicatorStart } from "./indicator.js";

/** Known dates: an indicator that is 1 in the periods of those days. */
export interface DatesControl extends AnyControl {
  readonly kind: "dates";
  /** ISO dates; those outside the window count for nothing. */
  readonly dates: readonly string[];
  /** Periods that each lasts: the one that holds the day, and those before it. */
  readonly lengthPeriods: number;
  /** Share by which the KPI moves while it is 1. */
  readonly effect: number;
}

/** 1 around each date. */
export const datesControl: ControlKind<DatesControl> = {
  schema: z.strictObject({
    kind: z.literal("dates"),
    ...controlFields,
    dates: z.array(field.date).min(1),
    lengthPeriods: field.periodCount.default(1),
    effect: field.number,
  }),
  simulate: ({ dates, lengthPeriods, effect }, { calendar }) => {
    const starts = dates.map((date) => indicatorStart(calendar, date, lengthPeriods));
    return { values: indicator(calendar, lengthPeriods, starts), effect, unit: 1, centered: false };
  },
};
