/** The door of a spec: from JSON or YAML values to a `ModelSpec` with every default written in. */

import { checkSchema, type SchemaSource, throwIfErrors } from "@mmm/data";
import type { Prior } from "@mmm/distributions";
import { defaultPriors } from "./default-priors.js";
import type { ChannelSpec, EffectSpec, ModelSpec, NoiseSpec } from "./model-spec.js";
import type { ParameterSpec } from "./parameter-spec.js";
import { type ChannelInput, type ModelSpecInput, specSchema } from "./spec-schema.js";
import { completeTransform } from "./transform-spec.js";

/**
 * Checks a spec and writes every default into it, so that a saved fit explains itself.
 *
 * Defaults: linear trend, two yearly harmonics, geometric adstock (normalised, infinite), Hill saturation with slope 1,
 * effects on coefficients, normal noise; the priors and their reasons are in `defaultPriors`.
 *
 * @param input   any value, as parsed from JSON or YAML; `{}` is the default model
 * @param source  where it comes from: `file`, `root` (name before every path, default `"model"`), `locate` (path → line)
 * @returns       the complete spec
 * @throws  {IssueError} with every issue: `spec.unknown-key`, `spec.wrong-type`, `spec.not-allowed`,
 *          `spec.out-of-range`, `spec.invalid`
 * @example
 * parseModelSpec({}).noise.kind; // => "normal"
 * parseModelSpec({ media: { default: { effect: "roi" } } }).media.default.effect.prior.logSd; // => 0.9
 */
export function parseModelSpec(input: unknown, source: Omit<SchemaSource, "code"> = {}): ModelSpec {
  throwIfErrors(checkSchema(specSchema, input, { ...source, root: source.root ?? "model", code: "spec" }));
  return completeSpec(input as ModelSpecInput);
}

function completeSpec(input: ModelSpecInput): ModelSpec {
  const trend = typeof input.trend === "object" ? input.trend : { kind: input.trend ?? "linear" };
  const mediaDefault = completeChannel(input.media?.default ?? {}, undefined);
  return {
    intercept: { prior: input.intercept?.prior ?? defaultPriors.intercept.prior },
    trend:
      trend.kind === "none"
        ? { kind: "none" }
        : { kind: "linear", prior: priorOf(trend) ?? defaultPriors.trend.prior },
    seasonality: (input.seasonality ?? [{ periodDays: 365.25, harmonics: 2 }]).map((cycle) => ({
      periodDays: cycle.periodDays,
      harmonics: cycle.harmonics,
      prior: cycle.prior ?? defaultPriors.seasonality.prior,
    })),
    controls: {
      default: { prior: input.controls?.default?.prior ?? defaultPriors.control.prior },
      only: mapValues(input.controls?.only ?? {}, ({ prior }) => ({
        prior: prior ?? input.controls?.default?.prior ?? defaultPriors.control.prior,
      })),
    },
    media: {
      default: mediaDefault,
      only: mapValues(input.media?.only ?? {}, (channel) => completeChannel(channel, mediaDefault)),
    },
    noise: completeNoise(input.noise),
  };
}

function priorOf(value: { readonly prior?: unknown }): Prior | undefined {
  return value.prior as Prior | undefined;
}

/** A channel's own words first, then the default channel's, then ours. */
function completeChannel(channel: ChannelInput, fallback: ChannelSpec | undefined): ChannelSpec {
  return {
    adstock: channel.adstock
      ? completeTransform("adstock", channel.adstock)
      : (fallback?.adstock ?? completeTransform("adstock", { kind: "geometric" })),
    saturation: channel.saturation
      ? completeTransform("saturation", channel.saturation)
      : (fallback?.saturation ?? completeTransform("saturation", { kind: "hill" })),
    effect: channel.effect === undefined && fallback ? fallback.effect : completeEffect(channel.effect),
  };
}

function completeEffect(effect: ChannelInput["effect"]): EffectSpec {
  const { on, prior } =
    typeof effect === "object" ? effect : { on: effect ?? "coefficient", prior: undefined };
  return { on, prior: (prior as Prior | undefined) ?? defaultPriors[on].prior };
}

function completeNoise(noise: ModelSpecInput["noise"]): NoiseSpec {
  const scale = (noise?.scale as Prior | undefined) ?? defaultPriors.noise.prior;
  if (noise?.kind !== "student-t") return { kind: "normal", scale };
  return {
    kind: "student-t",
    scale,
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
