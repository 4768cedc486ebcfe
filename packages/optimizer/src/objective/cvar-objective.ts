/** Conditional value at risk: the mean outcome over the worst draws, for whoever must be able to bear them. */

import { z } from "zod";
import type { ObjectiveKind } from "./objective.js";
import { tailMean } from "./tail-mean.js";

/** Corners are rounded off over this share of a standard deviation: far less than draws tell, enough for a gradient. */
export const SMOOTHING = 0.02;

/** The mean over the worst `level` of draws; 1 would be the mean. */
export const cvarObjective: ObjectiveKind<{ readonly level: number }> = {
  about: "mean outcome over the worst share of draws (CVaR)",
  parameters: z.strictObject({ level: z.number().gt(0).lt(1) }),
  make: ({ level }) => ({
    about: `mean outcome over the worst ${level} of draws`,
    shape: "concave",
    inOutcomeUnits: true,
    evaluate: ({ outcome, scale }, slope) => ({
      value: tailMean(outcome, level, SMOOTHING * scale, slope),
      perSpend: 0,
    }),
  }),
};
