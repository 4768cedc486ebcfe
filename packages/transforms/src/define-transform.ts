/** From the definition of a transform to the function that is called with numbers, with expressions, or by name. */

import { arrange, axis, type Axis, constant, evaluate, type Expression } from "@mmm/autodiff";
import { checkArguments, checkInput } from "./check-arguments.js";
import { ruleOperands } from "./rule-operands.js";
import type {
  Numbers,
  Operands,
  RuleOperands,
  Transform,
  TransformDefinition,
  TransformInput,
  TransformSetting,
} from "./transform.js";

const media: TransformInput = { noun: "media", place: "period" };

/**
 * Makes a transform from its definition.
 *
 * @param definition  kind, tables of parameters and settings, and the rule as an expression
 * @returns           the transform; calling it throws a RangeError that lists every wrong argument
 * @throws {RangeError} when the kind is not written in small letters, digits and hyphens
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
export function defineTransform<
  P extends string,
  Settings extends object,
  L extends string = never,
  S extends string = never,
>(definition: TransformDefinition<P, Settings, L, S>): Transform<P, Settings, L, S> {
  const { kind, title, parameters, series, settings, nonNegative } = definition;
  checkKind(kind);
  const input = definition.input ?? media;
  const defaults = defaultsOf<Settings>(settings);
  const apply: Apply<P, Settings, L> = (x, given, chosen) => {
    const complete = { ...defaults, ...chosen };
    throwFaults(checkArguments(definition, x, given, complete));
    const operands = ruleOperands(definition, given, complete, lastAxis(x)) as RuleOperands<P, L>;
    return lastAxisLast(definition.rule(x, operands, complete), x);
  };
  function transform(x: Float64Array, given: Numbers<P, L>, chosen?: Partial<Settings>): Float64Array;
  function transform(x: Expression, given: Operands<P, L>, chosen?: Partial<Settings>): Expression;
  function transform(
    x: Float64Array | Expression,
    given: Numbers<P, L> | Operands<P, L>,
    chosen?: Partial<Settings>,
  ): Float64Array | Expression {
    if (!(x instanceof Float64Array)) return apply(x, given as Operands<P, L>, chosen);
    throwFaults(checkInput(title, input, x, nonNegative));
    return evaluate(apply(constant(x, [axis("time", x.length)]), given as Operands<P, L>, chosen));
  }
  const tables = { parameters, series: series ?? ({} as Transform<P, Settings, L, S>["series"]), settings };
  return Object.assign(transform, { kind, title, ...tables, input, nonNegative, apply });
}

type Apply<P extends string, Settings, L extends string> = Transform<P, Settings, L>["apply"];

function checkKind(kind: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(kind)) return;
  throw new RangeError(
    `defineTransform: kind must be small letters, digits and hyphens, got "${kind}". Give the name that specs use.`,
  );
}

function lastAxis(x: Expression): Axis | undefined {
  return x.axes[x.axes.length - 1];
}

/** Broadcasting may put an axis of a parameter last; callers count on time. */
function lastAxisLast(y: Expression, x: Expression): Expression {
  const last = lastAxis(x);
  if (last === undefined || y.axes[y.axes.length - 1]?.name === last.name) return y;
  return arrange(y, [...y.axes.filter(({ name }) => name !== last.name), last]);
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
