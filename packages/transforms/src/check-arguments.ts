/** Checks of what a caller hands to a transform: all faults at once, each with what to do. */

import type { Operand } from "@mmm/autodiff";
import { nearestName } from "./nearest-name.js";
import type { TransformDefinition, TransformParameter, TransformSetting } from "./transform.js";

/** Where plain numbers may lie; an end that no learned parameter reaches may still be asked for. */
const ranges: Readonly<Record<TransformParameter["support"], [string, (value: number) => boolean]>> = {
  "unit-interval": ["between 0 and 1", (value) => value >= 0 && value <= 1],
  positive: ["> 0 and finite", (value) => value > 0 && value < Infinity],
};

/** Everything that is wrong with the parameters and settings of a call; whole sentences. */
export function checkArguments<P extends string, Settings extends object>(
  definition: TransformDefinition<P, Settings>,
  parameters: Readonly<Record<P, Operand>>,
  settings: Settings,
): readonly string[] {
  const { title } = definition;
  const faults = [
    ...unknownNames("parameter", parameters, definition.parameters),
    ...parameterFaults(parameters, definition.parameters),
    ...unknownNames("setting", settings, definition.settings),
    ...settingFaults(settings, definition.settings as Readonly<Record<string, TransformSetting>>),
  ];
  const refused = faults.length === 0 ? definition.refuse?.(parameters, settings) : undefined;
  return [...faults, ...(refused === undefined ? [] : [refused])].map((fault) => `${title}: ${fault}`);
}

function unknownNames(noun: "parameter" | "setting", given: object, known: object): readonly string[] {
  const names = Object.keys(known);
  const allowed = names.length === 0 ? "it has none" : names.join(", ");
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const nearest = nearestName(name, names);
      const advice = nearest === undefined ? "Leave it out." : `Did you mean "${nearest}"?`;
      return `${noun} must be known, got "${name}" (${allowed}). ${advice}`;
    });
}

function parameterFaults(
  given: Readonly<Record<string, Operand>>,
  table: Readonly<Record<string, TransformParameter>>,
): readonly string[] {
  return Object.entries(table).flatMap(([name, { meaning, support }]) => {
    const value = given[name];
    if (value === undefined) return [`parameter "${name}" must be given, got nothing. Give the ${meaning}.`];
    const [range, holds] = ranges[support];
    if (typeof value !== "number" || holds(value)) return [];
    return [`parameter "${name}" must be ${range}, got ${value}. Give the ${meaning}.`];
  });
}

function settingFaults(given: object, table: Readonly<Record<string, TransformSetting>>): readonly string[] {
  return Object.entries(table).flatMap(([name, { meaning, range, contains }]) => {
    const value: unknown = Object.entries(given).find(([key]) => key === name)?.[1];
    if (contains(value)) return [];
    return [`setting "${name}" must be ${range}, got ${String(value)}. Give the ${meaning}.`];
  });
}

/** What is wrong with plain media: the first number that is not finite or, where that has no meaning, below zero. */
export function checkMedia(title: string, x: Float64Array, nonNegative: boolean): readonly string[] {
  if (x.length === 0)
    return [`${title}: media must have at least one period, got none. Give the whole series.`];
  const wrong = x.findIndex((value) => !Number.isFinite(value) || (nonNegative && value < 0));
  if (wrong < 0) return [];
  const rule = nonNegative ? "finite and ≥ 0" : "finite";
  return [`${title}: media must be ${rule}, got ${x[wrong]} in period ${wrong + 1}. Correct that period.`];
}
