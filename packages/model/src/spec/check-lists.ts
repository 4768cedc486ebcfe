/** What a spec says of parameters that are lists: cells share them, and those of one name have one length. */

import { type Issue, makeIssue, showValue } from "@mmm/data";
import { channelSpec, type ModelSpec } from "./model-spec.js";
import { placeInSpec, type SpecSource } from "./spec-source.js";
import { drawName, listAxis, transformParameters } from "./transform-spec.js";

/** One list of one channel. */
interface NamedList {
  readonly channel: string;
  readonly path: readonly string[];
  /** Name of its draws. */
  readonly drawn: string;
  /** Its axis and how long it is, e.g. `"segment × 4"`. */
  readonly axis: string;
  readonly parameter: string;
  readonly pooling: string;
}

/**
 * Checks the lists of all channels.
 *
 * @param spec      complete
 * @param channels  their names, in the order of the data
 * @param source    file and line finder of the spec
 * @returns         the issues: `spec.list-of-cells`, `spec.unlike-lists`
 */
export function checkLists(
  spec: ModelSpec,
  channels: readonly string[],
  source: SpecSource = {},
): readonly Issue[] {
  const lists = channels.flatMap((channel) => listsOf(spec, channel));
  return [...cellIssues(lists, source), ...lengthIssues(lists, source)];
}

function listsOf(spec: ModelSpec, channel: string): readonly NamedList[] {
  const own = channelSpec(spec, channel);
  const path = Object.hasOwn(spec.media.only, channel) ? ["media", "only", channel] : ["media", "default"];
  return (["adstock", "saturation"] as const).flatMap((role) =>
    Object.keys(transformParameters(role, own[role])).flatMap((parameter) => {
      const axis = listAxis(role, own[role], parameter);
      if (axis === undefined) return [];
      const pooling = own.cells[parameter]?.pooling ?? "shared";
      const size = `${axis.name} × ${axis.coordinates.length}`;
      return [
        { channel, path: [...path, role], drawn: drawName(role, parameter), axis: size, parameter, pooling },
      ];
    }),
  );
}

function cellIssues(lists: readonly NamedList[], source: SpecSource): readonly Issue[] {
  const differing = lists.filter(({ pooling }) => pooling !== "shared");
  const places = new Map(
    differing.map((own) => [[...own.path.slice(0, -1), "cells", own.parameter].join("."), own]),
  );
  return [...places].map(([path, { pooling }]) =>
    makeIssue({
      code: "spec.list-of-cells",
      place: placeInSpec(path.split("."), source),
      ...{ rule: 'must be "shared", because the parameter is a list', got: showValue(pooling) },
      advice: "Let cells differ in their effect, or take a saturation of single numbers.",
    }),
  );
}

/** Draws of one name are one table, channel by channel. */
function lengthIssues(lists: readonly NamedList[], source: SpecSource): readonly Issue[] {
  return lists.flatMap((own, i) => {
    const first = lists.slice(0, i).find(({ drawn }) => drawn === own.drawn);
    if (first === undefined || first.axis === own.axis) return [];
    return [
      makeIssue({
        code: "spec.unlike-lists",
        place: placeInSpec([...own.path, own.parameter], source),
        rule: `must be as long as that of ${first.channel}, ${first.axis}`,
        got: `${own.axis} for ${own.channel}`,
        advice: "Give both channels one kind of saturation with as many knots.",
      }),
    ];
  });
}
