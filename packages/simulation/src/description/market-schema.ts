/** The schema of a market as people write it, with the defaults that complete it. */

import { z } from "zod";
import { controlKinds } from "../baseline/control-kinds.js";
import { cycleKinds } from "../baseline/cycles/cycle-kinds.js";
import { trendKinds } from "../baseline/trends/trend-kinds.js";
import { transformSchema } from "../media/transform-schema.js";
import { noiseKinds } from "../noise/noise-kinds.js";
import { panelSchema } from "../panel/panel-schema.js";
import { spendPatterns } from "../spend/spend-patterns.js";
import { field } from "./field.js";
import { schemaOfKinds } from "./kind.js";

const exposure = z.strictObject({
  name: field.name,
  costPerExposure: field.positive,
  variation: field.notNegative.default(0.1),
});

const channel = z.strictObject({
  name: field.name,
  spendPerPeriod: field.positive,
  roi: field.notNegative,
  pattern: schemaOfKinds(spendPatterns).prefault({ kind: "continuous" }),
  exposure: exposure.nullable().default(null),
  cells: field.timing.default("together"),
  adstock: transformSchema("adstock").prefault({ kind: "geometric" }),
  saturation: transformSchema("saturation").prefault({ kind: "hill" }),
});

/** A retailer's revenue: a million a week. */
export const defaultKpi = { name: "revenue", unit: "EUR", baselinePerPeriod: 1_000_000 };

const revenuePerKpi = z.strictObject({
  name: field.name.default("revenue_per_kpi"),
  mean: field.positive,
  change: field.number.gt(-2).lt(2).default(0),
  variation: field.notNegative.default(0),
});

const kpi = z.strictObject({
  name: field.name.default(defaultKpi.name),
  unit: field.name.default(defaultKpi.unit),
  baselinePerPeriod: field.positive.default(defaultKpi.baselinePerPeriod),
  revenuePerKpi: revenuePerKpi.nullable().default(null),
});

/** Fewer periods than this hold no pattern that could be recognised. */
const fewestPeriods = 8;

/** The whole description. */
export const marketSchema = z.strictObject({
  name: field.name.default("market"),
  start: field.date.default("2022-01-03"),
  periods: z.int().min(fewestPeriods).max(10_000).default(156),
  periodDays: z.literal([1, 7]).default(7),
  panel: panelSchema.nullable().default(null),
  kpi: kpi.prefault({}),
  trend: schemaOfKinds(trendKinds).prefault({ kind: "linear" }),
  seasonality: z.array(schemaOfKinds(cycleKinds)).default([
    {
      kind: "yearly",
      harmonics: [
        { amplitude: 0.1, peak: "12-10" },
        { amplitude: 0.04, peak: "05-20" },
      ],
    },
  ]),
  controls: z.array(schemaOfKinds(controlKinds)).default([]),
  channels: z.array(channel).min(1),
  noise: schemaOfKinds(noiseKinds).prefault({ kind: "normal" }),
});
