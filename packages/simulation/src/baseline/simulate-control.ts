/** Controls: what besides media moves the KPI, and by how much. */

import { dayNumber } from "@mmm/data";
import { drawNormal, mean, type RandomStream } from "@mmm/numerics";
import { type Calendar, timesInWindow } from "../calendar.js";
import type { ControlDescription, EventControl, HolidayControl } from "../description/market-description.js";
import { drawAutoregression } from "../random/draw-autoregression.js";
import { drawBursts } from "../random/draw-bursts.js";
import { roundToDigits } from "../round-to-digits.js";

/** One control as it was: its values, and what they did. */
export interface ControlTruth {
  readonly name: string;
  readonly observed: boolean;
  /** [cell × time] in the control's unit; also of a hidden control. */
  readonly values: Float64Array;
  /** KPI per unit of the control. */
  readonly coefficient: number;
  /** The value that counts as no effect: the mean of a continuous control in the window, 0 of an indicator. */
  readonly reference: number;
  /** [cell × time] coefficient · (value − reference). */
  readonly contribution: Float64Array;
}

/** Simulates one control; `level` is the KPI that effects are shares of. */
export function simulateControl(
  control: ControlDescription,
  calendar: Calendar,
  level: number,
  stream: RandomStream,
): ControlTruth {
  const values = valuesOf(control, calendar, stream);
  const continuous = control.kind === "continuous";
  const coefficient = (control.effect * level) / (continuous ? control.sd : 1);
  const reference = continuous ? mean(values) : 0;
  const contribution = values.map((value) => coefficient * (value - reference));
  const { name, observed } = control;
  return { name, observed, values, coefficient, reference, contribution };
}

function valuesOf(control: ControlDescription, calendar: Calendar, stream: RandomStream): Float64Array {
  switch (control.kind) {
    case "continuous": {
      const { mean: center, sd, persistence } = control;
      const series = drawAutoregression(calendar.periods.length, persistence, () => drawNormal(stream));
      return series.map((z) => roundToDigits(center + sd * z));
    }
    case "holiday":
      return indicator(calendar, control, holidayPeriods(calendar, control));
    case "event":
      return indicator(calendar, control, eventStarts(calendar, control, stream));
  }
}

/** 1 from each start for the control's length. */
function indicator(
  { periods }: Calendar,
  { lengthPeriods }: HolidayControl | EventControl,
  starts: readonly number[],
): Float64Array {
  const values = new Float64Array(periods.length);
  for (const start of starts) values.fill(1, Math.max(0, start), Math.max(0, start + lengthPeriods));
  return values;
}

/** Where a holiday starts to work: so early that it ends with the period that holds the day. Also past the window's end. */
function holidayPeriods(calendar: Calendar, { day, lengthPeriods }: HolidayControl): readonly number[] {
  const { periods, firstDays, periodDays } = calendar;
  const firstYear = Number(periods[0]!.slice(0, 4));
  const lastYear = Number(periods.at(-1)!.slice(0, 4)) + Math.ceil((lengthPeriods * periodDays) / 365);
  const starts: number[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const distance = dayNumber(`${String(year).padStart(4, "0")}-${day}`) - firstDays[0]!;
    starts.push(Math.floor(distance / periodDays) - lengthPeriods + 1);
  }
  return starts;
}

function eventStarts(calendar: Calendar, { perYear }: EventControl, stream: RandomStream): readonly number[] {
  return drawBursts(stream, calendar.periods.length, timesInWindow(calendar, perYear));
}
