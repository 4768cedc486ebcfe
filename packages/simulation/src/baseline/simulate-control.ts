/** Controls: what besides media moves the KPI, and by how much. */

import { dayNumber } from "@mmm/data";
import { drawNormal, mean, type RandomStream } from "@mmm/numerics";
import { type Calendar, timesInWindow } from "../calendar.js";
import type { ControlDescription, EventControl, HolidayControl } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream, type Panel } from "../panel/panel.js";
import { drawAutoregression } from "../random/draw-autoregression.js";
import { drawBursts } from "../random/draw-bursts.js";
import { roundToDigits } from "../round-to-digits.js";

/** One control as it was: its values, and what they did. */
export interface ControlTruth {
  readonly name: string;
  readonly observed: boolean;
  /** [cell × time] in the control's unit; also of a hidden control. */
  readonly values: Float64Array;
  /** [cell] KPI per unit of the control. */
  readonly coefficient: Float64Array;
  /** [cell] the value that counts as no effect: the mean of a continuous control in the window, 0 of an indicator. */
  readonly reference: Float64Array;
  /** [cell × time] coefficient · (value − reference). */
  readonly contribution: Float64Array;
}

/** Simulates one control; `levels` is the KPI of each cell that effects are shares of. */
export function simulateControl(
  control: ControlDescription,
  calendar: Calendar,
  levels: Float64Array,
  panel: Panel,
  stream: RandomStream,
): ControlTruth {
  const { name, observed } = control;
  const series = seriesOfCells(control, calendar, panel, stream);
  const continuous = control.kind === "continuous";
  const factors = drawCellFactors(panel, "controls", stream.split("effect"));
  const coefficient = levels.map(
    (level, g) => ((control.effect * level) / (continuous ? control.sd : 1)) * factors[g]!,
  );
  const reference = Float64Array.from(series, (own) => (continuous ? mean(own) : 0));
  const values = new Float64Array(levels.length * calendar.periods.length);
  series.forEach((own, g) => values.set(own, g * own.length));
  const contribution = values.slice();
  cellSlices(contribution, levels.length).forEach((own, g) =>
    own.forEach((value, t) => (own[t] = coefficient[g]! * (value - reference[g]!))),
  );
  return { name, observed, values, coefficient, reference, contribution };
}

/** [cell] → [time] */
function seriesOfCells(
  control: ControlDescription,
  calendar: Calendar,
  panel: Panel,
  stream: RandomStream,
): readonly Float64Array[] {
  if (control.kind !== "holiday" && control.cells === "apart") {
    return panel.cells.map((_, g) => valuesOf(control, calendar, cellStream(panel, stream, g)));
  }
  const shared = valuesOf(control, calendar, stream);
  return panel.cells.map(() => shared);
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
