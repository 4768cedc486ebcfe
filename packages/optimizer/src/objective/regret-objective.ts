/** Regret: what a plan falls short of the plan that would have been best, had one known the truth. */

import { z } from "zod";
import { SMOOTHING } from "./cvar-objective.js";
import type { ObjectiveKind } from "./objective.js";
import { tailMean } from "./tail-mean.js";

const about = "expected regret in the worst share of draws";

/**
 * −E[best − outcome | the worst `level` of draws by it]: minus the expected regret, so that more is better. Over all draws
 * (level 1) the best plan is that of the mean outcome, because what would have been best does not depend on the plan; a
 * smaller level minds the draws in which one would be sorry most.
 */
export const regretObjective: ObjectiveKind<{ readonly level?: number | undefined }> = {
  about,
  parameters: z.strictObject({ level: z.number().gt(0).max(1).optional() }),
  make: ({ level = 1 }) => ({
    about:
      level === 1
        ? "minus the expected regret"
        : `minus the ${about.replace("the worst share", `the worst ${level}`)}`,
    shape: level === 1 ? "linear" : "concave",
    inOutcomeUnits: false,
    needsBest: true,
    evaluate: ({ outcome, best, scale }, slope) => {
      const shortfall = outcome.map((value, i) => value - best[i]);
      if (level < 1) return { value: tailMean(shortfall, level, SMOOTHING * scale, slope), perSpend: 0 };
      slope.fill(1 / outcome.length);
      return { value: shortfall.reduce((total, value) => total + value, 0) / outcome.length, perSpend: 0 };
    },
  }),
};
