/** Profit: outcome times margin less the money it took; with it a flexible budget ends where the next unit earns itself. */

import { mean } from "@mmm/numerics";
import { z } from "zod";
import type { ObjectiveKind } from "./objective.js";

const about = "mean profit: margin × outcome − spend";

/** margin · E[outcome] − spend */
export const profitObjective: ObjectiveKind<{ readonly margin: number }> = {
  about,
  parameters: z.strictObject({ margin: z.number().positive() }),
  make: ({ margin }) => ({
    about: `mean profit at a margin of ${margin}`,
    shape: "linear",
    inOutcomeUnits: false,
    evaluate: ({ outcome, spend }, slope) => {
      slope.fill(margin / outcome.length);
      return { value: margin * mean(outcome) - spend, perSpend: -1 };
    },
  }),
};
