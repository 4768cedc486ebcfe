/** An event: something that happens at irregular times. */

import { z } from "zod";
import { timesInWindow } from "../../calendar.js";
import { field } from "../../description/field.js";
import { drawBursts } from "../../random/draw-bursts.js";
import { type ControlKind, type LocalControl, localControlFields } from "../control-kind.js";
import { indicator } from "./indicator.js";

/** Something that happens at irregular times, such as what a rival does: an indicator that is 1 while it lasts. */
export interface EventControl extends LocalControl {
  readonly kind: "event";
  readonly perYear: number;
  readonly lengthPeriods: number;
  /** Share by which the KPI moves while it is 1. */
  readonly effect: number;
}

/** 1 from each start for the event's length. */
export const eventControl: ControlKind<EventControl> = {
  schema: z.strictObject({
    kind: z.literal("event"),
    ...localControlFields,
    perYear: field.positive.default(6),
    lengthPeriods: field.periodCount.default(1),
    effect: field.number,
  }),
  simulate: ({ perYear, lengthPeriods, effect }, { calendar, stream }) => {
    const starts = drawBursts(stream, calendar.periods.length, timesInWindow(calendar, perYear));
    return { values: indicator(calendar, lengthPeriods, starts), effect, unit: 1, centered: false };
  },
};
