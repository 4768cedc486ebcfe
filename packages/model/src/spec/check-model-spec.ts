/** What can only be checked with spec and data side by side: names, supports, and periods long enough. */

import { type Issue, makeIssue, showValue } from "@mmm/data";
import { distributionOf, type Prior, priorParameters } from "@mmm/distributions";
import { checkSpecNames, type SeriesNames } from "./check-spec-names.js";
import { channelSpec, type ModelSpec, type ParameterSpec } from "./model-spec.js";
import { placeInSpec, type SpecSource } from "./spec-source.js";

/**
 * Checks a spec against the data it is meant for: a panel where the model is national, names that the data lack, priors on
 * the wrong support.
 *
 * @param spec     a complete spec
 * @param names    the data, or the names of its channels and controls
 * @param source   file and line finder of the spec, if it came from a file (paths start below `model`)
 * @returns        the issues: `spec.panel`, `spec.unknown-channel`, `spec.unknown-control`, `spec.support`
 * @example
 * checkModelSpec(parseModelSpec({}), exampleDataset()); // => []
 */
export function checkModelSpec(
  spec: ModelSpec,
  names: SeriesNames,
  source: SpecSource = {},
): readonly Issue[] {
  const channels = names.channels.map(({ name }) => name);
  return [
    ...panelIssues(names),
    ...checkSpecNames(spec, names, source),
    ...supportIssues(spec, channels, source),
  ];
}

/** The model is national: a panel would be taken for one long series. */
function panelIssues({ name, cells = [] }: SeriesNames): readonly Issue[] {
  if (cells.length <= 1) return [];
  const issue = makeIssue({
    code: "spec.panel",
    place: { file: name, path: "columns.panel" },
    rule: "the model takes national data",
    got: `a panel of ${cells.length} cells, from ${showValue(cells[0])} to ${showValue(cells.at(-1))}`,
    advice: "Add the cells of each period up to one row, and leave the panel out.",
  });
  return [issue];
}

/** Priors whose support does not fit what they stand for: a retention that may exceed 1, a scale that may be negative. */
function supportIssues(spec: ModelSpec, channels: readonly string[], source: SpecSource): readonly Issue[] {
  const issues: Issue[] = [];
  const require = (path: string, parameter: ParameterSpec, low: number, high: number): void => {
    if (typeof parameter === "number" || fits(parameter, low, high)) return;
    issues.push(
      makeIssue({
        code: "spec.support",
        place: placeInSpec(path.split("."), source),
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
