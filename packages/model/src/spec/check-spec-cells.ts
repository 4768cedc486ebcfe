/** What a spec says of cells, against the panel that the data are. */

import { dayNumber, didYouMean, type Issue, makeIssue, type PanelDimension, showValue } from "@mmm/data";
import type { CellSpec } from "./cell-spec.js";
import { channelSpec, type ChannelSpec, controlSpec, type ModelSpec } from "./model-spec.js";
import { placeInSpec, type SpecSource } from "./spec-source.js";
import { supportIssue } from "./support-issue.js";
import { transformParameters } from "./transform-spec.js";

/** What is known of a panel: a dataset, or what its columns promise before it is read. */
export interface PanelNames {
  readonly channels: readonly { readonly name: string }[];
  readonly controls: readonly { readonly name: string }[];
  readonly cells?: readonly string[];
  readonly dimensions?: readonly PanelDimension[];
  readonly population?: unknown;
  readonly periods?: readonly string[];
}

/**
 * Groupings that the panel has not, parameters that a channel has not, spreads that may be negative, a population that
 * is missing, and events that no period holds.
 *
 * @param spec    a complete spec
 * @param names   the data
 * @param source  file and line finder of the spec
 * @returns       the issues: `spec.unknown-grouping`, `spec.unknown-parameter`, `spec.support`, `spec.population`, and the
 *                warning `spec.event`
 */
export function checkSpecCells(
  spec: ModelSpec,
  names: PanelNames,
  source: SpecSource = {},
): readonly Issue[] {
  const { scaling, intercept, trend, seasonality, events, controls } = spec;
  const coefficients: readonly (readonly [string, CellSpec])[] = [
    ...(intercept === null ? [] : [["intercept.cells", intercept.cells] as const]),
    ...(trend.kind === "none" ? [] : [["trend.cells", trend.cells] as const]),
    ...seasonality.map(({ cells }, i) => [`seasonality.${i}.cells`, cells] as const),
    ...events.map(({ cells }, i) => [`events.${i}.cells`, cells] as const),
    ["controls.default.cells", controls.default.cells],
    ...Object.keys(controls.only).map(
      (name) => [`controls.only.${name}.cells`, controlSpec(spec, name).cells] as const,
    ),
  ];
  const ofChannels: readonly (readonly [string, ChannelSpec])[] = [
    ["media.default", spec.media.default],
    ...Object.keys(spec.media.only).map((name) => [`media.only.${name}`, channelSpec(spec, name)] as const),
  ];
  const all = [
    ...coefficients,
    ...ofChannels.flatMap(([path, channel]) =>
      Object.entries(channel.cells).map(([name, cells]) => [`${path}.cells.${name}`, cells] as const),
    ),
  ];
  return [
    ...all.flatMap(([path, cells]) => [
      ...groupingIssues(path, cells, names, source),
      ...spreadIssues(path, cells, source),
    ]),
    ...ofChannels.flatMap(([path, channel]) => parameterIssues(path, channel, source)),
    ...(scaling.size === "population" && names.cells !== undefined && names.population === undefined
      ? [populationIssue(source)]
      : []),
    ...eventIssues(spec, names.periods, source),
  ];
}

function groupingIssues(
  path: string,
  cells: CellSpec,
  { cells: known, dimensions = [] }: PanelNames,
  source: SpecSource,
): readonly Issue[] {
  if (cells.pooling !== "pooled" || cells.by === "auto" || known === undefined || known.length === 1)
    return [];
  const groupings = [...dimensions.map(({ name }) => name), "cell"];
  return cells.by
    .filter((name) => !groupings.includes(name))
    .map((name) =>
      makeIssue({
        code: "spec.unknown-grouping",
        place: placeInSpec([...path.split("."), "by"], source),
        rule: 'must name a dimension of the panel, or "cell"',
        got: showValue(name),
        allowed: groupings.join(", "),
        advice: didYouMean(name, groupings, "Choose one of them."),
      }),
    );
}

function spreadIssues(path: string, cells: CellSpec, source: SpecSource): readonly Issue[] {
  return cells.pooling === "pooled" ? supportIssue(`${path}.spread`, cells.spread, "positive", source) : [];
}

function parameterIssues(path: string, channel: ChannelSpec, source: SpecSource): readonly Issue[] {
  const learned = [
    ...Object.entries(transformParameters("adstock", channel.adstock)),
    ...Object.entries(transformParameters("saturation", channel.saturation)),
  ].map(([name]) => name);
  const known = ["effect", ...learned];
  return Object.keys(channel.cells)
    .filter((name) => !known.includes(name))
    .map((name) =>
      makeIssue({
        code: "spec.unknown-parameter",
        place: placeInSpec([...path.split("."), "cells", name], source),
        rule: "must name the effect or a parameter of the channel's transforms",
        got: showValue(name),
        allowed: known.join(", "),
        advice: didYouMean(name, known, "Choose one of them."),
      }),
    );
}

function populationIssue(source: SpecSource): Issue {
  return makeIssue({
    code: "spec.population",
    place: placeInSpec(["scaling", "size"], source),
    rule: "a population must be among the columns",
    got: "none",
    advice: 'Name the column in `columns.population`, or use `size: "kpi"`.',
  });
}

function eventIssues(
  { events }: ModelSpec,
  periods: readonly string[] | undefined,
  source: SpecSource,
): readonly Issue[] {
  if (periods === undefined) return [];
  const [first, second, last] = [periods[0]!, periods[1]!, periods.at(-1)!].map(dayNumber) as [
    number,
    number,
    number,
  ];
  const end = last + (second - first);
  return events.flatMap(({ name, days }, i) => {
    const held = days.some((day) => dayNumber(day) >= first && dayNumber(day) < end);
    if (held) return [];
    return [
      makeIssue({
        code: "spec.event",
        severity: "warning",
        place: placeInSpec(["events", String(i), "days"], source),
        rule: `one of the days should lie between ${periods[0]} and ${periods.at(-1)}`,
        got: `${showValue(name)} on ${days.join(", ")}`,
        advice: "Its effect is its prior; leave it out, or give its days in the data.",
      }),
    ];
  });
}
