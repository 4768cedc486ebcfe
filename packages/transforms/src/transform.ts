/** Transform: one rule by which media becomes effect, with its parameter table; one definition, used three ways. */

import type { Expression, Operand } from "@mmm/autodiff";

/** A prior as plain data, as `@mmm/distributions` reads it. */
export interface TransformPrior {
  readonly distribution: string;
  readonly [parameter: string]: number | string;
}

/** One parameter of a transform. */
export interface TransformParameter {
  /** In words, for messages and tables. */
  readonly meaning: string;
  /** The letter that formulas use. */
  readonly symbol: string;
  /** A share; in the unit of the media; per unit of the media; or a pure number. */
  readonly unit: "share" | "media" | "per-media" | "one";
  /** Where a learned parameter lies. */
  readonly support: "unit-interval" | "positive";
  /** What is believed before data are seen, with media in units of its mean active period. */
  readonly prior: TransformPrior;
  /** Why that prior. */
  readonly why: string;
  /** Value at which a model holds the parameter unless it is freed; absent where a model learns it. */
  readonly fixed?: number;
}

/** What a setting may be. */
export type SettingValue = number | boolean | null;

/** One setting of a transform: a choice that is not learned. */
export interface TransformSetting<Value = SettingValue> {
  readonly meaning: string;
  readonly default: Value;
  /** Why that default. */
  readonly why: string;
  /** In words that follow "must be". */
  readonly range: string;
  contains(value: unknown): boolean;
}

/** Parameters by name: plain numbers. */
export type Numbers<P extends string> = Readonly<Record<P, number>>;
/** Parameters by name: expressions, or numbers standing for constants. */
export type Operands<P extends string> = Readonly<Record<P, Operand>>;

/** The definition of a transform: everything that differs between one transform and another. */
export interface TransformDefinition<P extends string, Settings> {
  /** Its name in specs: `"geometric"`. */
  readonly kind: string;
  /** What it is, in words that name it in messages: `"geometric adstock"`. */
  readonly title: string;
  readonly parameters: { readonly [Name in P]: TransformParameter };
  readonly settings: { readonly [Name in keyof Settings]: TransformSetting<Settings[Name]> };
  /** Whether media below zero has no meaning here. */
  readonly nonNegative: boolean;
  /** What is wrong with parameters and settings that are each right: a rule, what was got, and what to do. */
  refuse?(parameters: Operands<P>, settings: Settings): string | undefined;
  /**
   * The rule itself, for graphs: nothing is checked except axes.
   *
   * @param x           [rows…, last]  the last axis is the transform's (time, for an adstock)
   * @param parameters  axes among the rows
   * @param settings    all of them
   * @returns           the axes of all, the last axis last
   */
  rule(x: Expression, parameters: Operands<P>, settings: Settings): Expression;
}

/**
 * A transform. Call it with plain numbers to get plain numbers, with expressions to get an expression; both come from
 * one rule, so that what is simulated, drawn and fitted cannot differ.
 */
export interface Transform<P extends string = string, Settings = Readonly<Record<string, SettingValue>>> {
  /** [time] → [time]; every argument is checked. */
  (x: Float64Array, parameters: Numbers<P>, settings?: Partial<Settings>): Float64Array;
  /** [rows…, last] and parameters among the rows → all rows; names and plain numbers are checked. */
  (x: Expression, parameters: Operands<P>, settings?: Partial<Settings>): Expression;
  readonly kind: string;
  readonly title: string;
  readonly parameters: { readonly [Name in P]: TransformParameter };
  readonly settings: { readonly [Name in keyof Settings]: TransformSetting<Settings[Name]> };
  /** Whether media below zero has no meaning here. */
  readonly nonNegative: boolean;
  /** The second way of calling, under a name. */
  apply(x: Expression, parameters: Operands<P>, settings?: Partial<Settings>): Expression;
}
