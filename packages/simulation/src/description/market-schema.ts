/** The schema of a market as people write it, with the defaults that complete it. */

import { z } from "zod";
import { transformSchema } from "../media/transform-schema.js";
import { panelSchema } from "../panel/panel-schema.js";
import { field } from "./field.js";

const { name, date, dayOfYear, positive, notNegative, persistence, periodCount, variation } = field;

const trend = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("linear"), change: z.number().default(0.1) }),
  z.strictObject({ kind: z.literal("none") }),
]);

const seasonality = z.strictObject({
  kind: z.literal("yearly"),
  harmonics: z.array(z.strictObject({ amplitude: z.number(), peak: dayOfYear })).min(1),
});

const timing = z.enum(["together", "apart"]);

const observed = z.boolean().default(true);
// Weather, rivals and local promotions differ from cell to cell.
const cells = timing.default("apart");

const control = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("continuous"),
    ...{ name, observed, cells },
    mean: z.number().default(0),
    sd: positive.default(1),
    persistence: persistence.default(0.8),
    effect: z.number(),
  }),
  z.strictObject({
    kind: z.literal("holiday"),
    ...{ name, observed },
    day: dayOfYear,
    lengthPeriods: periodCount.default(1),
    effect: z.number(),
  }),
  z.strictObject({
    kind: z.literal("event"),
    ...{ name, observed, cells },
    perYear: positive.default(6),
    lengthPeriods: periodCount.default(1),
    effect: z.number(),
  }),
]);

const pattern = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("continuous"), persistence: persistence.default(0.5), variation }),
  z.strictObject({
    kind: z.literal("flights"),
    onPeriods: periodCount.default(5),
    offPeriods: periodCount.default(8),
    variation,
  }),
  z.strictObject({
    kind: z.literal("seasonal"),
    amplitude: z.number().min(0).max(1).default(0.6),
    peak: dayOfYear.default("12-10"),
    variation,
  }),
  z.strictObject({
    kind: z.literal("events"),
    perYear: positive.default(6),
    lengthPeriods: periodCount.default(2),
    floor: z.number().min(0).max(1).default(0.1),
    variation,
  }),
  z.strictObject({ kind: z.literal("demand-following"), strength: z.number().default(2), variation }),
]);

const exposure = z.strictObject({
  name,
  costPerExposure: positive,
  variation: notNegative.default(0.1),
});

const channel = z.strictObject({
  name,
  spendPerPeriod: positive,
  roi: notNegative,
  pattern: pattern.prefault({ kind: "continuous" }),
  exposure: exposure.nullable().default(null),
  cells: timing.default("together"),
  adstock: transformSchema("adstock").prefault({ kind: "geometric" }),
  saturation: transformSchema("saturation").prefault({ kind: "hill" }),
});

const autocorrelation = z.number().gt(-1).lt(1).default(0);
const noiseSd = notNegative.default(0.03);

const noise = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("normal"), sd: noiseSd, autocorrelation }),
  z.strictObject({
    kind: z.literal("student-t"),
    sd: noiseSd,
    degreesOfFreedom: z.number().gt(2).default(5),
    autocorrelation,
  }),
]);

/** A retailer's revenue: a million a week. */
export const defaultKpi = { name: "revenue", unit: "EUR", baselinePerPeriod: 1_000_000 };

const kpi = z.strictObject({
  name: name.default(defaultKpi.name),
  unit: name.default(defaultKpi.unit),
  baselinePerPeriod: positive.default(defaultKpi.baselinePerPeriod),
});

/** Fewer periods than this hold no pattern that could be recognised. */
const fewestPeriods = 8;

/** The whole description. */
export const marketSchema = z.strictObject({
  name: name.default("market"),
  start: date.default("2022-01-03"),
  periods: z.int().min(fewestPeriods).max(10_000).default(156),
  periodDays: z.literal([1, 7]).default(7),
  panel: panelSchema.nullable().default(null),
  kpi: kpi.prefault({}),
  trend: trend.prefault({ kind: "linear" }),
  seasonality: z.array(seasonality).default([
    {
      kind: "yearly",
      harmonics: [
        { amplitude: 0.1, peak: "12-10" },
        { amplitude: 0.04, peak: "05-20" },
      ],
    },
  ]),
  controls: z.array(control).default([]),
  channels: z.array(channel).min(1),
  noise: noise.prefault({ kind: "normal" }),
});
