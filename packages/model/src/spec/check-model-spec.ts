/** What can only be checked with spec and data side by side: names, supports, and periods long enough. */

import type { Issue } from "@mmm/data";
import { checkLists } from "./check-lists.js";
import { checkSpecCells } from "./check-spec-cells.js";
import { checkSpecNames, type SeriesNames } from "./check-spec-names.js";
import { channelSpec, type ModelSpec } from "./model-spec.js";
import type { SpecSource } from "./spec-source.js";
import { supportIssue } from "./support-issue.js";
import { transformOfSpec, transformParameters } from "./transform-spec.js";

/**
 * Checks a spec against the data it is meant for: names that the data lack, cells and groupings that a panel has not,
 * priors on the wrong support.
 *
 * @param spec     a complete spec
 * @param names    the data, or the names of its channels and controls
 * @param source   file and line finder of the spec, if it came from a file (paths start below `model`)
 * @returns        the issues: `spec.unknown-channel`, `spec.unknown-control`, `spec.unknown-parameter`,
 *                 `spec.unknown-grouping`, `spec.population`, `spec.event`, `spec.support`, `spec.list-of-cells`,
 *                 `spec.unlike-lists`
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
    ...checkSpecNames(spec, names, source),
    ...checkSpecCells(spec, names, source),
    ...checkLists(spec, channels, source),
    ...supportIssues(spec, channels, source),
  ];
}

/** Priors whose support does not fit what they stand for: a retention that may exceed 1, a scale that may be negative. */
function supportIssues(spec: ModelSpec, channels: readonly string[], source: SpecSource): readonly Issue[] {
  const named = [
    ["default", spec.media.default] as const,
    ...channels
      .filter((name) => Object.hasOwn(spec.media.only, name))
      .map((name) => [`only.${name}`, channelSpec(spec, name)] as const),
  ];
  const ofMedia = named.flatMap(([name, channel]) =>
    (["adstock", "saturation"] as const).flatMap((role) => {
      const { parameters } = transformOfSpec(role, channel[role]);
      return Object.entries(transformParameters(role, channel[role])).flatMap(([parameter, value]) =>
        supportIssue(`media.${name}.${role}.${parameter}`, value, parameters[parameter]!.support, source),
      );
    }),
  );
  const { noise } = spec;
  const ofEffects = named.flatMap(([name, { effect }]) =>
    effect.on === "contribution"
      ? supportIssue(`media.${name}.effect.prior`, effect.prior, "unit-interval", source)
      : [],
  );
  return [
    ...ofMedia,
    ...ofEffects,
    ...supportIssue("noise.scale", noise.scale, "positive", source),
    ...(noise.kind === "student-t"
      ? supportIssue("noise.degreesOfFreedom", noise.degreesOfFreedom, "positive", source)
      : []),
  ];
}
