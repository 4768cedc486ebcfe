/** A ratio of reward and risk after Sharpe: how many standard deviations the mean outcome lies above a threshold. */

import { z } from "zod";
import { SMOOTHING } from "./cvar-objective.js";
import type { ObjectiveKind } from "./objective.js";
import { spreadOfOutcome } from "./spread-of-outcome.js";

/** (E[outcome] − threshold) / sd[outcome], the latter no smaller than 2 % of today's. */
export const sharpeObjective: ObjectiveKind<{ readonly threshold?: number | undefined }> = {
  about: "(mean outcome − threshold) / its standard deviation",
  parameters: z.strictObject({ threshold: z.number().optional() }),
  make: ({ threshold = 0 }) => ({
    about: `(mean outcome − ${threshold}) / its standard deviation`,
    shape: "other",
    inOutcomeUnits: false,
    evaluate: ({ outcome, scale }, slope) => {
      const { mean, sd } = spreadOfOutcome(outcome, SMOOTHING * scale, slope);
      const ratio = (mean - threshold) / sd;
      for (let i = 0; i < slope.length; i++) slope[i] = (1 / slope.length - ratio * slope[i]) / sd;
      return { value: ratio, perSpend: 0 };
    },
  }),
};
