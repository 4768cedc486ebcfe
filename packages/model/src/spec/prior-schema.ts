/** The schema of a prior: a distribution by name and numbers; the distribution itself says what is wrong with it. */

import { z } from "zod";
import { priorFaults } from "./elicit-priors.js";

export const priorSchema = z
  .object({ distribution: z.string() })
  .catchall(z.union([z.number(), z.string()]))
  .superRefine((value, context) => {
    for (const fault of priorFaults(value)) context.addIssue({ code: "custom", message: fault });
  });
