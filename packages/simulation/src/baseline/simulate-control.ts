/** Controls: what besides media moves the KPI, and by how much. */

import { mean, type RandomStream } from "@mmm/numerics";
import type { Calendar } from "../calendar.js";
import { simulateKind } from "../description/kind.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream, type Panel } from "../panel/panel.js";
import type { ControlSeries } from "./control-kind.js";
import { type ControlDescription, controlKinds } from "./control-kinds.js";

/** One control as it was: its values, and what they did. */
export interface ControlTruth {
  readonly name: string;
  readonly observed: boolean;
  /** [cell × time] in the control's unit; also of a hidden control. */
  readonly values: Float64Array;
  /** [cell] KPI per unit of the control. */
  readonly coefficient: Float64Array;
  /** [cell] the value that counts as no effect: the mean of a continuous control or price in the window, otherwise 0. */
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
  const factors = drawCellFactors(panel, "controls", stream.split("effect"));
  const coefficient = levels.map((level, g) => {
    const { effect, unit } = series[g]!;
    return ((effect * level) / unit) * factors[g]!;
  });
  const reference = Float64Array.from(series, ({ values, centered }) => (centered ? mean(values) : 0));
  const values = new Float64Array(levels.length * calendar.periods.length);
  series.forEach((own, g) => values.set(own.values, g * own.values.length));
  const contribution = values.slice();
  cellSlices(contribution, levels.length).forEach((own, g) =>
    own.forEach((value, t) => (own[t] = coefficient[g]! * (value - reference[g]!))),
  );
  return { name, observed, values, coefficient, reference, contribution };
}

function seriesOfCells(
  control: ControlDescription,
  calendar: Calendar,
  panel: Panel,
  stream: RandomStream,
): readonly ControlSeries[] {
  const simulate = (own: RandomStream): ControlSeries =>
    simulateKind(controlKinds, control, { calendar, stream: own });
  if ("cells" in control && control.cells === "apart") {
    return panel.cells.map((_, g) => simulate(cellStream(panel, stream, g)));
  }
  const shared = simulate(stream);
  return panel.cells.map(() => shared);
}
