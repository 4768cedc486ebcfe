/** The door of a spec: from JSON or YAML values to a `ModelSpec` with every default written in. */

import { checkSchema, type SchemaSource, throwIfErrors } from "@mmm/data";
import type { Prior } from "@mmm/distributions";
import { defaultPriors } from "./default-priors.js";
import { applyPreset } from "./apply-preset.js";
import { completeChannel } from "./complete-channel.js";
import { completeCells } from "./cell-spec.js";
import type { CoefficientSpec, InterceptSpec, ModelSpec, NoiseSpec, TrendSpec } from "./model-spec.js";
import type { ParameterSpec } from "./parameter-spec.js";
import { elicitPriors } from "./elicit-priors.js";
import { completeScaling } from "./scaling-spec.js";
import { type CoefficientInput, type ModelSpecInput, specSchema } from "./spec-schema.js";

/**
 * Checks a spec and writes every default into it, so that a saved fit explains itself.
 *
 * Defaults: linear trend, two yearly harmonics, geometric adstock (normalised, over 13 periods), Hill saturation with slope 1,
 * effects on coefficients, normal noise. Over the cells of a panel, media effects and controls are pooled, trend and season
 * shared with effects of each period around them, and each cell has a level and a noise of its own. The priors and their reasons are in `defaultPriors`.
 *
 * A prior may be stated by its parameters (`{ distribution: "log-normal", logMean: 0.2, logSd: 0.9 }`), by mean and standard
 * deviation of the quantity (`{ distribution: "log-normal", mean: 2, sd: 1 }`), or by an interval (`{ distribution:
 * "log-normal", low: 0.5, high: 4, probability: 0.9 }`); the result holds the parameters.
 *
 * @param input   any value, as parsed from JSON or YAML; `{}` is the default model
 * @param source  where it comes from: `file`, `root` (name before every path, default `"model"`), `locate` (path → line)
 * @returns       the complete spec
 * @throws  {IssueError} with every issue: `spec.unknown-key`, `spec.wrong-type`, `spec.not-allowed`,
 *          `spec.out-of-range`, `spec.invalid`
 * @example
 * parseModelSpec({}).noise.kind; // => "normal"
 * parseModelSpec({ media: { default: { effect: "roi" } } }).media.default.effect.prior.logSd; // => 0.9
 * const prior = { distribution: "log-normal", low: 0.5, high: 2, probability: 0.9 };
 * parseModelSpec({ media: { default: { effect: { on: "roi", prior } } } }).media.default.effect.prior.logMean; // => 0
 */
export function parseModelSpec(input: unknown, source: Omit<SchemaSource, "code"> = {}): ModelSpec {
  throwIfErrors(checkSchema(specSchema, input, { ...source, root: source.root ?? "model", code: "spec" }));
  return completeSpec(applyPreset(elicitPriors(input as ModelSpecInput)));
}

function completeSpec(input: ModelSpecInput): ModelSpec {
  const mediaDefault = completeChannel(input.media?.default ?? {}, undefined);
  const { control, seasonality, event } = defaultPriors;
  const controlDefault = coefficientOf(input.controls?.default, control.prior, "pooled");
  return {
    scaling: completeScaling(input.scaling),
    intercept: completeIntercept(input.intercept),
    trend: completeTrend(typeof input.trend === "object" ? input.trend : { kind: input.trend ?? "linear" }),
    seasonality: (input.seasonality ?? [{ periodDays: 365.25, harmonics: 2 }]).map((cycle) => ({
      periodDays: cycle.periodDays,
      from: cycle.from ?? "epoch",
      harmonics: cycle.harmonics,
      ...coefficientOf(cycle, seasonality.prior, "shared"),
    })),
    events: (input.events ?? []).map(({ name, days, lead = 0, lag = 0, ...cells }) => ({
      ...{ name, days, lead, lag },
      ...coefficientOf(cells, event.prior, "shared"),
    })),
    timeEffects:
      input.timeEffects === "none" || input.timeEffects === null
        ? null
        : { spread: (input.timeEffects?.spread as Prior | undefined) ?? defaultPriors.timeEffect.prior },
    controls: {
      default: controlDefault,
      only: mapValues(input.controls?.only ?? {}, (own) => ({
        ...controlDefault,
        ...(own.prior !== undefined && { prior: own.prior as Prior }),
        ...(own.cells !== undefined && {
          cells: completeCells(own.cells, "pooled", defaultPriors.coefficientSpread.prior),
        }),
      })),
    },
    media: {
      default: mediaDefault,
      only: mapValues(input.media?.only ?? {}, (channel) => completeChannel(channel, mediaDefault)),
    },
    noise: completeNoise(input.noise),
  };
}

function coefficientOf(
  { prior, cells }: CoefficientInput = {},
  usual: Prior,
  pooling: "shared" | "pooled" | "separate",
  spread: Prior = defaultPriors.coefficientSpread.prior,
): CoefficientSpec {
  return { prior: (prior as Prior | undefined) ?? usual, cells: completeCells(cells, pooling, spread) };
}

function completeIntercept(given: ModelSpecInput["intercept"]): InterceptSpec | null {
  if (given === "none" || given === null) return null;
  const { intercept, interceptSpread } = defaultPriors;
  return {
    // Budgets often follow a cell's strength: levels that knew of each other would credit media with it.
    ...coefficientOf(given, intercept.prior, "separate", interceptSpread.prior),
    zeroAt: given?.zeroAt ?? null,
  };
}

function completeTrend(given: Exclude<ModelSpecInput["trend"], string | undefined>): TrendSpec {
  if (given.kind === "none") return { kind: "none" };
  const { trend, knot, slopeChange } = defaultPriors;
  const coefficient = coefficientOf(given, given.kind === "knots" ? knot.prior : trend.prior, "shared");
  if (given.kind === "linear") return { kind: "linear", ...coefficient };
  if (given.kind === "knots") return { kind: "knots", count: given.count, ...coefficient };
  const change = (given.change as Prior | undefined) ?? slopeChange.prior;
  return { kind: "piecewise", changePoints: given.changePoints ?? 5, change, ...coefficient };
}

function completeNoise(noise: ModelSpecInput["noise"]): NoiseSpec {
  const scale = (noise?.scale as Prior | undefined) ?? defaultPriors.noise.prior;
  const cells = noise?.cells ?? "separate";
  if (noise?.kind !== "student-t") return { kind: "normal", scale, cells };
  return {
    kind: "student-t",
    ...{ scale, cells },
    degreesOfFreedom:
      (noise.degreesOfFreedom as ParameterSpec | undefined) ?? defaultPriors.degreesOfFreedom.prior,
  };
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
