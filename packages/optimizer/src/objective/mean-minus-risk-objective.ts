/** Mean minus risk: every standard deviation of the outcome costs a stated number of its units. */

import { z } from "zod";
import { SMOOTHING } from "./cvar-objective.js";
import type { ObjectiveKind } from "./objective.js";
import { spreadOfOutcome } from "./spread-of-outcome.js";

/** E[outcome] − aversion · sd[outcome], the latter no smaller than 2 % of today's, so that draws which agree make no corner. */
export const meanMinusRiskObjective: ObjectiveKind<{ readonly aversion: number }> = {
  about: "mean outcome − aversion × its standard deviation",
  parameters: z.strictObject({ aversion: z.number().min(0) }),
  make: ({ aversion }) => ({
    about: `mean outcome − ${aversion} × its standard deviation`,
    shape: "concave",
    inOutcomeUnits: true,
    evaluate: ({ outcome, scale }, slope) => {
      const { mean, sd } = spreadOfOutcome(outcome, SMOOTHING * scale, slope);
      for (let i = 0; i < slope.length; i++) slope[i] = 1 / slope.length - aversion * slope[i];
      return { value: mean - aversion * sd, perSpend: 0 };
    },
  }),
};
