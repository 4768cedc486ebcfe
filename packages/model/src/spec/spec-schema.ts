/** The schema of a spec as users write it: everything may be left out, nothing may be misspelt. */

import { z } from "zod";
import { priorSchema } from "./prior-schema.js";
import { transformSchema } from "./transform-spec.js";

const prior = priorSchema;
const positiveOrPrior = z.union([z.number().positive(), prior]);

const effect = z.union([
  z.enum(["coefficient", "roi"]),
  z.strictObject({ on: z.enum(["coefficient", "roi"]), prior: prior.optional() }),
]);

const channel = z.strictObject({
  adstock: transformSchema("adstock"),
  saturation: transformSchema("saturation"),
  effect: effect.optional(),
});

const withPrior = z.strictObject({ prior: prior.optional() });

export const specSchema = z.strictObject({
  intercept: withPrior.optional(),
  trend: z
    .union([
      z.enum(["linear", "none"]),
      z.strictObject({ kind: z.enum(["linear", "none"]), prior: prior.optional() }),
    ])
    .optional(),
  seasonality: z
    .array(
      z.strictObject({
        periodDays: z.number().positive(),
        harmonics: z.int().min(1).max(20),
        prior: prior.optional(),
      }),
    )
    .optional(),
  controls: z
    .strictObject({ default: withPrior.optional(), only: z.record(z.string(), withPrior).optional() })
    .optional(),
  media: z
    .strictObject({ default: channel.optional(), only: z.record(z.string(), channel).optional() })
    .optional(),
  noise: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("normal"), scale: prior.optional() }),
      z.strictObject({
        kind: z.literal("student-t"),
        scale: prior.optional(),
        degreesOfFreedom: positiveOrPrior.optional(),
      }),
    ])
    .optional(),
});

/** A spec as users write it: any part may be left out. */
export type ModelSpecInput = z.input<typeof specSchema>;
export type ChannelInput = z.input<typeof channel>;
