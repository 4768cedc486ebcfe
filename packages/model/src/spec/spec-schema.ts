/** The schema of a spec as users write it: everything may be left out, nothing may be misspelt. */

import { checkPrior } from "@mmm/distributions";
import { z } from "zod";

/** A prior by name and numbers; the distribution itself says what is wrong with it. */
const prior = z
  .object({ distribution: z.string() })
  .catchall(z.union([z.number(), z.string()]))
  .superRefine((value, context) => {
    for (const fault of checkPrior(value)) {
      context.addIssue({ code: "custom", message: fault });
    }
  });

const shareOrPrior = z.union([z.number().gt(0).lt(1), prior]);
const positiveOrPrior = z.union([z.number().positive(), prior]);

const adstock = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("geometric"),
    normalize: z.boolean().optional(),
    window: z.int().min(1).nullable().optional(),
    retention: shareOrPrior.optional(),
  }),
  z.strictObject({ kind: z.literal("none") }),
]);

const saturation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hill"),
    halfSaturation: positiveOrPrior.optional(),
    slope: positiveOrPrior.optional(),
  }),
  z.strictObject({ kind: z.literal("logistic"), rate: positiveOrPrior.optional() }),
  z.strictObject({ kind: z.literal("none") }),
]);

const effect = z.union([
  z.enum(["coefficient", "roi"]),
  z.strictObject({ on: z.enum(["coefficient", "roi"]), prior: prior.optional() }),
]);

const channel = z.strictObject({
  adstock: adstock.optional(),
  saturation: saturation.optional(),
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
