/** Every series of a market has its own name; read leniently, so that these faults show beside the schema's. */

import { type Issue, makeIssue, showValue } from "@mmm/data";
import type { NamedSource } from "./check-parts.js";
import { defaultKpi } from "./market-schema.js";
import { readFieldLeniently as fieldOf, readListLeniently as listOf } from "./leniently.js";

type Path = readonly (string | number)[];

interface NamedPlace {
  readonly name: string;
  readonly path: Path;
  /** A channel and an exposure may share a name: a table holds spend and exposure in columns of their own. */
  readonly gives: "series" | "channel" | "exposure";
}

/** Names given twice, each at its second place. */
export function checkNames(input: unknown, { file, root, locate }: NamedSource): readonly Issue[] {
  const write = (path: Path): string =>
    path.reduce<string>((text, step) => text + (typeof step === "number" ? `[${step}]` : `.${step}`), root);
  const places = namesOf(input);
  return places.flatMap(({ name, path, gives }, index) => {
    const before = places.slice(0, index).find((other) => other.name === name && clash(gives, other.gives));
    if (before === undefined) return [];
    return [
      makeIssue({
        code: "market.duplicate-name",
        place: { file, ...locate?.(path), path: write(path) },
        rule: "KPI, panel, channels, exposures and controls must have different names",
        got: `${showValue(name)} as in ${write(before.path)}`,
        advice: "Rename one of the two.",
      }),
    ];
  });
}

function clash(a: NamedPlace["gives"], b: NamedPlace["gives"]): boolean {
  return a === b || a === "series" || b === "series";
}

function namesOf(input: unknown): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  const add = (gives: NamedPlace["gives"], holder: unknown, ...path: Path): void => {
    const name = fieldOf(holder, "name");
    if (typeof name === "string") places.push({ name, path: [...path, "name"], gives });
  };
  add("series", { name: defaultKpi.name, ...(fieldOf(input, "kpi") as object | undefined) }, "kpi");
  add("series", fieldOf(fieldOf(input, "kpi"), "revenuePerKpi"), "kpi", "revenuePerKpi");
  const panel = fieldOf(input, "panel");
  listOf(fieldOf(panel, "dimensions")).forEach((dimension, k) =>
    add("series", dimension, "panel", "dimensions", k),
  );
  add("series", fieldOf(panel, "population"), "panel", "population");
  listOf(fieldOf(input, "controls")).forEach((control, k) => add("series", control, "controls", k));
  listOf(fieldOf(input, "channels")).forEach((channel, k) => {
    add("channel", channel, "channels", k);
    add("exposure", fieldOf(channel, "exposure"), "channels", k, "exposure");
  });
  return places;
}
