/** What every control is: a description, and the series that follows from it. */

import type { RandomStream } from "@mmm/numerics";
import { z } from "zod";
import type { Calendar } from "../calendar.js";
import type { Kind } from "../description/kind.js";
import { field } from "../description/field.js";
import type { Timing } from "../description/timing.js";

/** What every control has. */
export interface AnyControl {
  readonly name: string;
  /** Whether the data set shows it; a hidden control is in the truth alone. */
  readonly observed: boolean;
}

/** One that may be different in every cell. */
export interface LocalControl extends AnyControl {
  /** Whether it is the same in all cells, or each has its own. Of no meaning in a national market. */
  readonly cells: Timing;
}

/** What a series may look at. */
export interface ControlContext {
  readonly calendar: Calendar;
  /** The control's own. */
  readonly stream: RandomStream;
}

/** The series of a control, and by how much it moves the KPI. */
export interface ControlSeries {
  /** [time] in the control's unit. */
  readonly values: Float64Array;
  /** Share of the baseline by which the KPI moves … */
  readonly effect: number;
  /** … when the control moves by this much. */
  readonly unit: number;
  /** Whether the mean of the values counts as no effect; otherwise 0 does. */
  readonly centered: boolean;
}

/** A kind of control. */
export type ControlKind<Control> = Kind<Control, ControlContext, ControlSeries>;

const observed = z.boolean().default(true);

/** Fields of the schema of every control. */
export const controlFields = { name: field.name, observed };

/** Fields of the schema of a control that may be different in every cell, as weather, rivals and local promotions are. */
export const localControlFields = { ...controlFields, cells: field.timing.default("apart") };
