/** The schema of a spec as users write it: everything may be left out, nothing may be misspelt. */

import { z } from "zod";
import { cellSchema } from "./cell-spec.js";
import { priorSchema } from "./prior-schema.js";
import { scalingSchema } from "./scaling-spec.js";
import { presetNames } from "./presets/preset-names.js";
import { transformSchema } from "./transform-spec.js";

const prior = priorSchema;
const positiveOrPrior = z.union([z.number().positive(), prior]);
const effectKind = z.enum(["coefficient", "roi", "marginal-roi", "contribution"]);

const effect = z.union([effectKind, z.strictObject({ on: effectKind, prior: prior.optional() })]);

const channel = z.strictObject({
  order: z.enum(["adstock-first", "saturation-first"]).optional(),
  adstock: transformSchema("adstock"),
  saturation: transformSchema("saturation"),
  effect: effect.optional(),
  cells: z.record(z.string(), cellSchema).optional(),
});

const coefficient = { prior: prior.optional(), cells: cellSchema.optional() };
const isoDay = z.iso.date();

const trend = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("linear"), ...coefficient }),
  z.strictObject({
    kind: z.literal("piecewise"),
    changePoints: z.int().min(1).max(100).optional(),
    change: prior.optional(),
    ...coefficient,
  }),
  z.strictObject({
    kind: z.literal("knots"),
    count: z.union([z.int().min(1), z.literal("every")]),
    ...coefficient,
  }),
]);

export const specSchema = z.strictObject({
  preset: z.enum(presetNames).optional(),
  scaling: scalingSchema.optional(),
  intercept: z
    .union([
      z.literal("none"),
      z.strictObject({ ...coefficient, zeroAt: z.union([z.literal("largest"), z.null()]).optional() }),
      z.null(),
    ])
    .optional(),
  trend: z.union([z.enum(["linear", "none"]), trend]).optional(),
  seasonality: z
    .array(
      z.strictObject({
        periodDays: z.number().positive(),
        from: z.enum(["epoch", "year"]).optional(),
        harmonics: z.int().min(1).max(20),
        ...coefficient,
      }),
    )
    .optional(),
  events: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        days: z.array(isoDay).min(1),
        lead: z.int().min(0).max(10).optional(),
        lag: z.int().min(0).max(10).optional(),
        ...coefficient,
      }),
    )
    .optional(),
  timeEffects: z
    .union([z.literal("none"), z.null(), z.strictObject({ spread: prior.optional() })])
    .optional(),
  controls: z
    .strictObject({
      default: z.strictObject(coefficient).optional(),
      only: z.record(z.string(), z.strictObject(coefficient)).optional(),
    })
    .optional(),
  media: z
    .strictObject({ default: channel.optional(), only: z.record(z.string(), channel).optional() })
    .optional(),
  noise: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("normal"),
        scale: prior.optional(),
        cells: z.enum(["shared", "separate"]).optional(),
      }),
      z.strictObject({
        kind: z.literal("student-t"),
        scale: prior.optional(),
        cells: z.enum(["shared", "separate"]).optional(),
        degreesOfFreedom: positiveOrPrior.optional(),
      }),
    ])
    .optional(),
});

/** A spec as users write it: any part may be left out. */
export type ModelSpecInput = z.input<typeof specSchema>;
export type ChannelInput = z.input<typeof channel>;
/** What may be said of any coefficient. */
export interface CoefficientInput {
  readonly prior?: z.input<typeof prior> | undefined;
  readonly cells?: z.input<typeof cellSchema> | undefined;
}
