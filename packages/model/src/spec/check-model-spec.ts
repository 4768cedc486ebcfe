/** What can only be checked with spec and data side by side: names, supports, and periods long enough. */

import { didYouMean, type Issue, makeIssue, type Place, type SchemaSource, showValue } from "@mmm/data";
import { distributionOf, type Prior, priorParameters } from "@mmm/distributions";
import { channelSpec, type ModelSpec, type ParameterSpec } from "./model-spec.js";

/** Where a spec was written, so that issues can name file and line; empty for a spec made in code. */
export type SpecSource = Pick<SchemaSource, "file" | "locate">;

/** The names that a spec may use: a dataset has them, and its columns promise them before it is read. */
export interface SeriesNames {
  readonly channels: readonly { readonly name: string }[];
  readonly controls: readonly { readonly name: string }[];
}

/**
 * Checks a spec against the data it is meant for: names that the data lack, priors on the wrong support.
 *
 * @param spec     a complete spec
 * @param names    the data, or the names of its channels and controls
 * @param source   file and line finder of the spec, if it came from a file (paths start below `model`)
 * @returns        the issues: `spec.unknown-channel`, `spec.unknown-control`, `spec.support`
 * @example
 * checkModelSpec(parseModelSpec({}), exampleDataset()); // => []
 */
export function checkModelSpec(
  spec: ModelSpec,
  names: SeriesNames,
  source: SpecSource = {},
): readonly Issue[] {
  const channels = names.channels.map(({ name }) => name);
  const controls = names.controls.map(({ name }) => name);
  return [
    ...unknownNames(Object.keys(spec.media.only), channels, ["media", "only"], "channel", source),
    ...unknownNames(Object.keys(spec.controls.only), controls, ["controls", "only"], "control", source),
    ...supportIssues(spec, channels, source),
  ];
}

/** The place of a path below `model`. */
function placeOf(path: readonly string[], { file, locate }: SpecSource): Place {
  return { file, ...locate?.(path), path: ["model", ...path].join(".") };
}

function unknownNames(
  given: readonly string[],
  known: readonly string[],
  path: readonly string[],
  noun: "channel" | "control",
  source: SpecSource,
): readonly Issue[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) =>
      makeIssue({
        code: `spec.unknown-${noun}`,
        place: placeOf([...path, name], source),
        rule: `must name a ${noun} of the data`,
        got: showValue(name),
        allowed: known.join(", "),
        advice: didYouMean(name, known, `Use the name of a ${noun}, or add it to the columns.`),
      }),
    );
}

/** Priors whose support does not fit what they stand for: a retention that may exceed 1, a scale that may be negative. */
function supportIssues(spec: ModelSpec, channels: readonly string[], source: SpecSource): readonly Issue[] {
  const issues: Issue[] = [];
  const require = (path: string, parameter: ParameterSpec, low: number, high: number): void => {
    if (typeof parameter === "number" || fits(parameter, low, high)) return;
    issues.push(
      makeIssue({
        code: "spec.support",
        place: placeOf(path.split("."), source),
        rule: high === 1 ? "the prior must lie between 0 and 1" : "the prior must lie above 0",
        got: showValue(parameter.distribution),
        allowed: high === 1 ? "beta, uniform" : "half-normal, log-normal, gamma, exponential",
        advice: "Choose a distribution with that support.",
      }),
    );
  };
  const named = [
    ["default", spec.media.default] as const,
    ...channels.map((name) => [`only.${name}`, channelSpec(spec, name)] as const),
  ];
  const seen = new Set<unknown>();
  for (const [name, { adstock, saturation }] of named) {
    if (!seen.has(adstock) && adstock.kind === "geometric")
      require(`media.${name}.adstock.retention`, adstock.retention, 0, 1);
    if (!seen.has(saturation) && saturation.kind === "hill") {
      require(`media.${name}.saturation.halfSaturation`, saturation.halfSaturation, 0, Infinity);
      require(`media.${name}.saturation.slope`, saturation.slope, 0, Infinity);
    }
    if (!seen.has(saturation) && saturation.kind === "logistic")
      require(`media.${name}.saturation.rate`, saturation.rate, 0, Infinity);
    seen.add(adstock).add(saturation);
  }
  require("noise.scale", spec.noise.scale, 0, Infinity);
  if (spec.noise.kind === "student-t")
    require("noise.degreesOfFreedom", spec.noise.degreesOfFreedom, 0, Infinity);
  return issues;
}

function fits(prior: Prior, low: number, high: number): boolean {
  const support = distributionOf(prior.distribution).support(priorParameters(prior));
  const outside = [low - 1e-9, ...(high < Infinity ? [high + 1e-9] : [])];
  return outside.every((x) => !support.contains(x));
}
