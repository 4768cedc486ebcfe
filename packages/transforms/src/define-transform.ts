/** From the definition of a transform to the function that is called with numbers, with expressions, or by name. */

import { axis, constant, evaluate, type Expression } from "@mmm/autodiff";
import { checkArguments, checkMedia } from "./check-arguments.js";
import type { Numbers, Operands, Transform, TransformDefinition, TransformSetting } from "./transform.js";

/**
 * Makes a transform from its definition.
 *
 * @param definition  kind, tables of parameters and settings, and the rule as an expression
 * @returns           the transform; calling it throws a RangeError that lists every wrong argument
 * @example
 * const unchanged = defineTransform({
 *   kind: "unchanged",
 *   title: "unchanged media",
 *   parameters: {},
 *   settings: {},
 *   nonNegative: false,
 *   rule: (x) => x,
 * });
 * unchanged(Float64Array.of(1, 2), {}); // => [1, 2]
 */
export function defineTransform<P extends string, Settings extends object>(
  definition: TransformDefinition<P, Settings>,
): Transform<P, Settings> {
  const { kind, title, parameters: table, settings: settingTable, nonNegative } = definition;
  const defaults = defaultsOf<Settings>(settingTable);
  const apply = (x: Expression, parameters: Operands<P>, settings?: Partial<Settings>): Expression => {
    const complete = { ...defaults, ...settings };
    throwFaults(checkArguments(definition, parameters, complete));
    return definition.rule(x, parameters, complete);
  };
  const applyToNumbers = (
    x: Float64Array,
    parameters: Numbers<P>,
    settings?: Partial<Settings>,
  ): Float64Array => {
    throwFaults(checkMedia(title, x, nonNegative));
    return evaluate(apply(constant(x, [axis("time", x.length)]), parameters, settings));
  };
  function transform(x: Float64Array, parameters: Numbers<P>, settings?: Partial<Settings>): Float64Array;
  function transform(x: Expression, parameters: Operands<P>, settings?: Partial<Settings>): Expression;
  function transform(
    x: Float64Array | Expression,
    parameters: Operands<P>,
    settings?: Partial<Settings>,
  ): Float64Array | Expression {
    return x instanceof Float64Array
      ? applyToNumbers(x, parameters as Numbers<P>, settings)
      : apply(x, parameters, settings);
  }
  return Object.assign(transform, {
    kind,
    title,
    parameters: table,
    settings: settingTable,
    nonNegative,
    apply,
  });
}

function defaultsOf<Settings>(table: {
  readonly [Name in keyof Settings]: TransformSetting<Settings[Name]>;
}): Settings {
  const entries = Object.entries<TransformSetting<unknown>>(table);
  return Object.fromEntries(entries.map(([name, setting]) => [name, setting.default])) as Settings;
}

function throwFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
}
