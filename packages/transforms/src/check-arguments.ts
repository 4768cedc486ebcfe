/** Checks of what a caller hands to a transform: all faults at once, each with what to do. */

import { type Axis, describeExpression, type Expression, type Operand } from "@mmm/autodiff";
import { nearestName } from "@mmm/data/words";
import { isNumberList, listSize } from "./rule-operands.js";
import type {
  TransformDefinition,
  TransformInput,
  TransformParameter,
  TransformSeries,
  TransformSetting,
} from "./transform.js";

type Given = Readonly<Record<string, Operand | ArrayLike<number>>>;

/** Where plain numbers may lie; an end that no learned parameter reaches may still be asked for. */
const ranges: Readonly<Record<TransformParameter["support"], [string, (value: number) => boolean]>> = {
  real: ["finite", (value) => Number.isFinite(value)],
  "non-negative": ["≥ 0 and finite", (value) => value >= 0 && value < Infinity],
  positive: ["> 0 and finite", (value) => value > 0 && value < Infinity],
  "unit-interval": ["between 0 and 1", (value) => value >= 0 && value <= 1],
};

/** Everything that is wrong with the parameters and settings of a call; whole sentences. */
export function checkArguments<P extends string, Settings extends object, L extends string, S extends string>(
  definition: TransformDefinition<P, Settings, L, S>,
  x: Expression,
  parameters: Parameters<NonNullable<typeof definition.refuse>>[0],
  settings: Settings,
): readonly string[] {
  const { title } = definition;
  const series: Readonly<Record<string, TransformSeries>> = definition.series ?? {};
  const given = parameters as Given;
  const last = x.axes[x.axes.length - 1];
  const wrongSettings = settingFaults(
    settings,
    definition.settings as Readonly<Record<string, TransformSetting>>,
  );
  const faults = [
    ...unknownNames("parameter", parameters, { ...series, ...definition.parameters }),
    ...seriesFaults(given, series, last),
    ...parameterFaults(given, definition.parameters, wrongSettings.length === 0 ? settings : undefined, last),
    ...unknownNames("setting", settings, definition.settings),
    ...wrongSettings,
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

/** `settings` is absent where they are wrong themselves, so that no length follows from them. */
function parameterFaults(
  given: Given,
  table: Readonly<Record<string, TransformParameter>>,
  settings: object | undefined,
  last: Axis | undefined,
): readonly string[] {
  return Object.entries(table).flatMap(([name, parameter]) => {
    const value = given[name];
    const fault = (rule: string, got: string | number): string =>
      `parameter "${name}" must ${rule}, got ${got}. Give the ${parameter.meaning}.`;
    if (value === undefined) return [fault("be given", "nothing")];
    const [range, holds] = ranges[parameter.support];
    if (typeof value === "number") return holds(value) ? [] : [fault(`be ${range}`, value)];
    if (!isNumberList(value)) {
      return value.axes.some((axis) => axis.name === last?.name)
        ? [fault(`be constant along "${last?.name}"`, describeExpression(value))]
        : [];
    }
    if (parameter.list === undefined) return [fault("be one number", `a list of ${value.length}`)];
    const size = settings === undefined ? value.length : listSize(parameter.list, settings);
    if (value.length !== size)
      return [fault(`have ${size} numbers, one for each ${parameter.list.axis}`, value.length)];
    return Array.from(value).flatMap((one, i) =>
      holds(one) ? [] : [fault(`be ${range}`, `${one} as number ${i + 1}`)],
    );
  });
}

function seriesFaults(
  given: Given,
  table: Readonly<Record<string, TransformSeries>>,
  last: Axis | undefined,
): readonly string[] {
  return Object.entries(table).flatMap(([name, { meaning }]) => {
    const value = given[name];
    const fault = (rule: string, got: string): string =>
      `series "${name}" must ${rule}, got ${got}. Give the ${meaning}.`;
    if (value === undefined) return [fault("be given", "nothing")];
    if (typeof value === "number")
      return value >= 0 && value < Infinity ? [] : [fault("be ≥ 0 and finite", `${value}`)];
    if (!isNumberList(value)) return [];
    if (value.length !== last?.size)
      return [fault(`be as long as the media (${last?.size})`, `${value.length}`)];
    const wrong = Array.from(value).findIndex((one) => !(one >= 0 && one < Infinity));
    return wrong < 0 ? [] : [fault("be ≥ 0 and finite", `${value[wrong]} in period ${wrong + 1}`)];
  });
}

function settingFaults(given: object, table: Readonly<Record<string, TransformSetting>>): readonly string[] {
  return Object.entries(table).flatMap(([name, { meaning, range, contains }]) => {
    const value: unknown = Object.entries(given).find(([key]) => key === name)?.[1];
    if (contains(value)) return [];
    return [`setting "${name}" must be ${range}, got ${String(value)}. Give the ${meaning}.`];
  });
}

/** What is wrong with plain input: the first number that is not finite or, where that has no meaning, below zero. */
export function checkInput(
  title: string,
  { noun, place }: TransformInput,
  x: Float64Array,
  nonNegative: boolean,
): readonly string[] {
  if (x.length === 0)
    return [`${title}: ${noun} must have at least one ${place}, got none. Give the whole series.`];
  const wrong = x.findIndex((value) => !Number.isFinite(value) || (nonNegative && value < 0));
  if (wrong < 0) return [];
  const rule = nonNegative ? "finite and ≥ 0" : "finite";
  return [
    `${title}: ${noun} must be ${rule}, got ${x[wrong]} in ${place} ${wrong + 1}. Correct that ${place}.`,
  ];
}
