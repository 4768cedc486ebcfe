/** What a caller gives becomes what a rule gets: lists and series as expressions with their axes. */

import {
  arrange,
  axis,
  type Axis,
  constant,
  type Expression,
  type Operand,
  toExpression,
} from "@mmm/autodiff";
import type { SettingValue, TransformDefinition, TransformList } from "./transform.js";

/** A definition, as far as it says which arguments are lists and which are series. */
export type ArgumentTables = Pick<
  TransformDefinition<string, Readonly<Record<string, SettingValue>>, string, never>,
  "parameters" | "series"
>;

/**
 * How many numbers a list has under these settings.
 *
 * @param list      of a parameter of a transform
 * @param settings  complete
 * @returns         the count
 * @example
 * listSize({ axis: "segment", setting: "knots" }, { knots: [1, 2, 4] }); // => 3
 */
export function listSize({ setting }: TransformList, settings: object): number {
  const value = Object.entries(settings).find(([name]) => name === setting)?.[1] as SettingValue;
  return Array.isArray(value) ? value.length : Number(value);
}

/** Whether an argument is a list of plain numbers. */
export function isNumberList(value: Operand | ArrayLike<number>): value is ArrayLike<number> {
  return typeof value === "object" && !("primitive" in value);
}

/** The arguments of a rule, from those of a call that has been checked. */
export function ruleOperands(
  { parameters: table, series }: ArgumentTables,
  given: Readonly<Record<string, Operand | ArrayLike<number>>>,
  settings: object,
  last: Axis | undefined,
): Readonly<Record<string, Operand>> {
  const along = (name: string): Axis | undefined => {
    if (series !== undefined && name in series) return last;
    const list = table[name]?.list;
    return list && axis(list.axis, listSize(list, settings));
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const own = along(name);
      return [name, own === undefined ? (value as Operand) : spreadAlong(value, own)];
    }),
  );
}

/** [rows…, own]: numbers side by side, or one for all. */
function spreadAlong(value: Operand | ArrayLike<number>, own: Axis): Expression {
  if (isNumberList(value)) return constant(value, [own]);
  const node = toExpression(value);
  return arrange(node, [...node.axes.filter(({ name }) => name !== own.name), own]);
}
