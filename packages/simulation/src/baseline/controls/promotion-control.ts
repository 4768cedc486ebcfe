/** A promotion: a discount at irregular times, told by its depth. */

import { z } from "zod";
import { timesInWindow } from "../../calendar.js";
import { field } from "../../description/field.js";
import { drawBursts } from "../../random/draw-bursts.js";
import { drawScatter } from "../../random/draw-scatter.js";
import { roundToDigits } from "../../round-to-digits.js";
import {
  type ControlContext,
  type ControlKind,
  type ControlSeries,
  type LocalControl,
  localControlFields,
} from "../control-kind.js";

/** Discounts of different depths; the control is the depth while one lasts, and 0 otherwise. */
export interface PromotionControl extends LocalControl {
  readonly kind: "promotion";
  readonly perYear: number;
  readonly lengthPeriods: number;
  /** Share of the price that a usual promotion takes off, in (0, 1). */
  readonly depth: number;
  /** Log-scale scatter of the depth. */
  readonly variation: number;
  /** Share by which the KPI moves during a promotion of usual depth. */
  readonly effect: number;
}

/** Nothing is given away for less than a twentieth of its price. */
const deepest = 0.95;

/** A depth around the usual one from each start for the promotion's length. */
export const promotionControl: ControlKind<PromotionControl> = {
  schema: z.strictObject({
    kind: z.literal("promotion"),
    ...localControlFields,
    perYear: field.positive.default(6),
    lengthPeriods: field.periodCount.default(2),
    depth: field.positive.max(deepest).default(0.2),
    variation: field.variation,
    effect: field.number,
  }),
  simulate: discounts,
};

function discounts(control: PromotionControl, { calendar, stream }: ControlContext): ControlSeries {
  const { perYear, lengthPeriods, depth, variation, effect } = control;
  const length = calendar.periods.length;
  const values = new Float64Array(length);
  for (const start of drawBursts(stream.split("starts"), length, timesInWindow(calendar, perYear))) {
    const off = Math.min(deepest, roundToDigits(depth * drawScatter(stream, variation)));
    values.fill(off, start, start + lengthPeriods);
  }
  return { values, effect, unit: depth, centered: false };
}
