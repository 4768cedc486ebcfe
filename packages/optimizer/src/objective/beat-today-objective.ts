/** The probability of beating today's plan: for whoever must not be worse off than without a change. */

import { logistic } from "@mmm/numerics";
import { z } from "zod";
import type { ObjectiveKind } from "./objective.js";

/** A lift of this share of today's standard deviation counts as a clear one. */
const defaultWidth = 0.05;

/**
 * P(outcome > today's), counted smoothly: mean over draws of logistic((outcome − today) / (width · sd of today's)). A sharp
 * count would be highest for changes next to nothing, whose sign is the only thing that is sure of them; with the width, a
 * lift counts as much as it is clear.
 */
export const beatTodayObjective: ObjectiveKind<{ readonly width?: number | undefined }> = {
  about: "probability of a clearly better outcome than today's",
  parameters: z.strictObject({ width: z.number().positive().optional() }),
  make: ({ width = defaultWidth }) => ({
    about: `probability of an outcome better than today's by more than about ${width} of its standard deviation`,
    shape: "other",
    inOutcomeUnits: false,
    evaluate: ({ outcome, today, scale }, slope) => {
      const unit = width * scale;
      let total = 0;
      for (let i = 0; i < outcome.length; i++) {
        const p = logistic((outcome[i] - today[i]) / unit);
        slope[i] = (p * (1 - p)) / (unit * outcome.length);
        total += p;
      }
      return { value: total / outcome.length, perSpend: 0 };
    },
  }),
};
