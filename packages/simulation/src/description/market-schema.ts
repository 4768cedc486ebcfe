/** The schema of a market as people write it, with the defaults that complete it. */

import { dayNumber } from "@mmm/data";
import { z } from "zod";

const name = z.string().refine((text) => /^\S+( \S+)*$/.test(text), {
  message: "must be a name: one line of text without outer or double spaces",
});

const date = z.string().refine(isDate, {
  message: "must be a date YYYY-MM-DD",
  params: { advice: "Write a day that exists, such as 2022-01-03." },
});

/** Dates of no year are looked up in 1970, which has no 29 February: that day does not come every year. */
const dayOfYear = z.string().refine((text) => isDate(`1970-${text}`), {
  message: "must be a day of every year, MM-DD",
  params: { advice: "Write a day such as 12-24." },
});

function isDate(text: string): boolean {
  try {
    return Number.isFinite(dayNumber(text));
  } catch {
    return false;
  }
}

const positive = z.number().positive();
const notNegative = z.number().min(0);
const correlation = z.number().min(0).lt(1);
const periodCount = z.int().min(1);

/** Weekly budgets and auction prices scatter by tens of per cent even when nobody means to change them. */
const variation = notNegative.default(0.2);

const trend = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("linear"), change: z.number().default(0.1) }),
  z.strictObject({ kind: z.literal("none") }),
]);

const seasonality = z.strictObject({
  kind: z.literal("yearly"),
  harmonics: z.array(z.strictObject({ amplitude: z.number(), peak: dayOfYear })).min(1),
});

const observed = z.boolean().default(true);

const control = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("continuous"),
    ...{ name, observed },
    mean: z.number().default(0),
    sd: positive.default(1),
    persistence: correlation.default(0.8),
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
    ...{ name, observed },
    perYear: positive.default(6),
    lengthPeriods: periodCount.default(1),
    effect: z.number(),
  }),
]);

const pattern = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("continuous"), persistence: correlation.default(0.5), variation }),
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

const adstock = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("geometric"),
    retention: correlation.default(0.4),
    normalize: z.boolean().default(true),
    window: periodCount.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("none") }),
]);

const saturation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hill"),
    halfSaturation: positive.default(1),
    slope: positive.default(1),
  }),
  z.strictObject({ kind: z.literal("logistic"), rate: positive.default(1) }),
  z.strictObject({ kind: z.literal("none") }),
]);

const channel = z.strictObject({
  name,
  spendPerPeriod: positive,
  roi: notNegative,
  pattern: pattern.prefault({ kind: "continuous" }),
  exposure: exposure.nullable().default(null),
  adstock: adstock.prefault({ kind: "geometric" }),
  saturation: saturation.prefault({ kind: "hill" }),
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
