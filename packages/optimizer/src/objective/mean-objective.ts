/** The mean outcome: what is right for whoever decides often, and is not ruined by one decision. */

import { mean } from "@mmm/numerics";
import { z } from "zod";
import type { ObjectiveKind } from "./objective.js";

const about = "mean outcome";

/** E[outcome] */
export const meanObjective: ObjectiveKind<object> = {
  about,
  parameters: z.strictObject({}),
  make: () => ({
    about,
    shape: "linear",
    inOutcomeUnits: true,
    evaluate: ({ outcome }, slope) => {
      slope.fill(1 / outcome.length);
      return { value: mean(outcome), perSpend: 0 };
    },
  }),
};
