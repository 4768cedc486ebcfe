/** A holiday: a day of every year. */

import { z } from "zod";
import type { Calendar } from "../../calendar.js";
import { field } from "../../description/field.js";
import { type AnyControl, controlFields, type ControlKind } from "../control-kind.js";
import { indicator, indicatorStart } from "./indicator.js";

/** A day of every year: an indicator that is 1 in the period of that day. */
export interface HolidayControl extends AnyControl {
  readonly kind: "holiday";
  /** `MM-DD`. */
  readonly day: string;
  /** Periods that it lasts: the one that holds the day, and those before it. */
  readonly lengthPeriods: number;
  /** Share by which the KPI moves while it is 1. */
  readonly effect: number;
}

/** 1 around the day of each year, also where that lies past the window's end. */
export const holidayControl: ControlKind<HolidayControl> = {
  schema: z.strictObject({
    kind: z.literal("holiday"),
    ...controlFields,
    day: field.dayOfYear,
    lengthPeriods: field.periodCount.default(1),
    effect: field.number,
  }),
  simulate: ({ day, lengthPeriods, effect }, { calendar }) => {
    const starts = yearsAround(calendar, lengthPeriods).map((year) =>
      indicatorStart(calendar, `${year}-${day}`, lengthPeriods),
    );
    return { values: indicator(calendar, lengthPeriods, starts), effect, unit: 1, centered: false };
  },
};

function yearsAround({ periods, periodDays }: Calendar, lengthPeriods: number): readonly string[] {
  const first = Number(periods[0]!.slice(0, 4));
  const last = Number(periods.at(-1)!.slice(0, 4)) + Math.ceil((lengthPeriods * periodDays) / 365);
  return Array.from({ length: last - first + 1 }, (_, k) => String(first + k).padStart(4, "0"));
}
