/** A price: it stands still until somebody changes it. */

import { drawNormal } from "@mmm/numerics";
import { z } from "zod";
import { timesInWindow } from "../../calendar.js";
import { field } from "../../description/field.js";
import { drawBursts } from "../../random/draw-bursts.js";
import { scatter } from "../../random/draw-scatter.js";
import { roundToDigits } from "../../round-to-digits.js";
import {
  type ControlContext,
  type ControlKind,
  type ControlSeries,
  type LocalControl,
  localControlFields,
} from "../control-kind.js";

/** A price that moves in steps around its mean. */
export interface PriceControl extends LocalControl {
  readonly kind: "price";
  /** Money. */
  readonly mean: number;
  readonly changesPerYear: number;
  /** Log-scale scatter of the levels between which it moves. */
  readonly variation: number;
  /** Share by which the KPI moves when the price moves by its mean: −1.5 loses 1.5 % for a price that is 1 % higher. */
  readonly elasticity: number;
}

/** A level of its own from each change to the next. */
export const priceControl: ControlKind<PriceControl> = {
  schema: z.strictObject({
    kind: z.literal("price"),
    ...localControlFields,
    mean: field.positive.default(10),
    changesPerYear: field.positive.default(4),
    variation: field.notNegative.default(0.04),
    // Between −1 and −2.5 for most packaged goods.
    elasticity: field.number.default(-1.5),
  }),
  simulate: stepwise,
};

function stepwise(control: PriceControl, { calendar, stream }: ControlContext): ControlSeries {
  const { mean, changesPerYear, variation, elasticity } = control;
  const length = calendar.periods.length;
  const changes = drawBursts(stream.split("changes"), length, timesInWindow(calendar, changesPerYear));
  const values = new Float64Array(length);
  for (const start of new Set([0, ...changes])) {
    values.fill(roundToDigits(mean * scatter(variation, drawNormal(stream))), start);
  }
  return { values, effect: elasticity, unit: mean, centered: true };
}
