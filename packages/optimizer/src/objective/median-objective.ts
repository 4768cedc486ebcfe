/** The median outcome: the middle draw, whatever happens in the tails. */

import { z } from "zod";
import type { ObjectiveKind } from "./objective.js";
import { quantileOfOutcome } from "./quantile-objective.js";

const about = "median outcome";

/** The 0.5 quantile of the outcome. */
export const medianObjective: ObjectiveKind<object> = {
  about,
  parameters: z.strictObject({}),
  make: () => ({ ...quantileOfOutcome(0.5), about }),
};
