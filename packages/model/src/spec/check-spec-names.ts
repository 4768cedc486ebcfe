/** Whether the names in a spec are names of the data; read leniently, so that these faults show beside the schema's. */

import { didYouMean, type Issue, makeIssue, showValue } from "@mmm/data";
import type { PanelNames } from "./check-spec-cells.js";
import { placeInSpec, type SpecSource } from "./spec-source.js";

/** The names that a spec may use: a dataset has them, and its columns promise them before it is read. */
export interface SeriesNames extends PanelNames {
  readonly name?: string;
}

/**
 * Names in a spec that the data lack. The spec need not be right: whatever is no list of names is left to
 * `parseModelSpec`.
 *
 * @param input   a spec, complete or as it stands in a file
 * @param names   the data, or the names of its channels and controls
 * @param source  file and line finder of the spec, if it came from a file (paths start below `model`)
 * @returns       the issues: `spec.unknown-channel`, `spec.unknown-control`
 * @example
 * const [issue] = checkSpecNames({ trnd: 1, media: { only: { tb: {} } } }, exampleDataset());
 * issue.code; // => "spec.unknown-channel"
 */
export function checkSpecNames(
  input: unknown,
  { channels, controls }: SeriesNames,
  source: SpecSource = {},
): readonly Issue[] {
  return [
    ...unknownNames(input, ["media", "only"], "channel", channels, source),
    ...unknownNames(input, ["controls", "only"], "control", controls, source),
  ];
}

function unknownNames(
  input: unknown,
  path: readonly string[],
  noun: "channel" | "control",
  series: readonly { readonly name: string }[],
  source: SpecSource,
): readonly Issue[] {
  const known = series.map(({ name }) => name);
  return keysAt(input, path)
    .filter((name) => !known.includes(name))
    .map((name) =>
      makeIssue({
        code: `spec.unknown-${noun}`,
        place: placeInSpec([...path, name], source),
        rule: `must name a ${noun} of the data`,
        got: showValue(name),
        allowed: known.join(", "),
        advice: didYouMean(name, known, `Use the name of a ${noun}, or add it to the columns.`),
      }),
    );
}

function keysAt(input: unknown, path: readonly string[]): readonly string[] {
  let value = input;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return isObject(value) ? Object.keys(value) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
