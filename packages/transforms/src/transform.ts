/** Transform: one rule by which media becomes effect, with its parameter table; one definition, used three ways. */

import type { Expression, Operand } from "@mmm/autodiff";

/** A prior as plain data, as `@mmm/distributions` reads it. */
export interface TransformPrior {
  readonly distribution: string;
  readonly [parameter: string]: number | string;
}

/** Where a parameter is a list: one number for each coordinate of an axis of its own. */
export interface TransformList {
  /** The axis: `"segment"`. */
  readonly axis: string;
  /** The setting that says how many: its value where it is a number, its length where it is a list. */
  readonly setting: string;
}

/** One parameter of a transform. */
export interface TransformParameter {
  /** In words, for messages and tables. */
  readonly meaning: string;
  /** The letter that formulas use. */
  readonly symbol: string;
  /**
   * A share; in the unit of the media (of whatever the transform is applied to) or per that unit; in periods or per
   * period; or a pure number.
   */
  readonly unit: "share" | "media" | "per-media" | "periods" | "per-period" | "one";
  /** Where the parameter lies; learned ones never reach an end, plain numbers may where the rule still holds there. */
  readonly support: "real" | "non-negative" | "positive" | "unit-interval";
  /** What is believed before data are seen, with media in units of its mean active period. */
  readonly prior: TransformPrior;
  /** Why that prior. */
  readonly why: string;
  /** Value at which a model holds the parameter unless it is freed; absent where a model learns it. */
  readonly fixed?: number;
  /** Present where the parameter is a list; one number then stands for a list of equal ones. */
  readonly list?: TransformList;
}

/** A second series that a transform needs beside the one it is applied to: data, never learned, never below zero. */
export interface TransformSeries {
  readonly meaning: string;
  readonly symbol: string;
}

/** What a setting may be. */
export type SettingValue = number | boolean | string | null | readonly number[];

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

/** Parameters by name: plain numbers; those in L may be lists. */
export type Numbers<P extends string, L extends string = never> = {
  readonly [Name in P]: Name extends L ? number | ArrayLike<number> : number;
};
/** Parameters by name: expressions, or numbers standing for constants; those in L may be lists. */
export type Operands<P extends string, L extends string = never> = {
  readonly [Name in P]: Name extends L ? Operand | ArrayLike<number> : Operand;
};
/** Parameters as a rule gets them: those in L as expressions that have the axis of their list, or of the series. */
export type RuleOperands<P extends string, L extends string = never> = {
  readonly [Name in P]: Name extends L ? Expression : Operand;
};

/** What the numbers are that a transform is applied to, for messages: `media` by `period`. */
export interface TransformInput {
  readonly noun: string;
  readonly place: string;
}

/**
 * The definition of a transform: everything that differs between one transform and another.
 *
 * P are the names of all that is given with the media, L those among them that are lists or series, S the series.
 */
export interface TransformDefinition<
  P extends string,
  Settings,
  L extends string = never,
  S extends string = never,
> {
  /** Its name in specs: `"geometric"`. */
  readonly kind: string;
  /** What it is, in words that name it in messages: `"geometric adstock"`. */
  readonly title: string;
  readonly parameters: { readonly [Name in Exclude<P, S>]: TransformParameter };
  /** Further series of the length of the media. */
  readonly series?: { readonly [Name in S]: TransformSeries };
  readonly settings: { readonly [Name in keyof Settings]: TransformSetting<Settings[Name]> };
  /** What it is applied to; media by period when left out. */
  readonly input?: TransformInput;
  /** Whether media below zero has no meaning here. */
  readonly nonNegative: boolean;
  /** What is wrong with parameters and settings that are each right: a rule, what was got, and what to do. */
  refuse?(parameters: Operands<P, L>, settings: Settings): string | undefined;
  /**
   * The rule itself, for graphs: nothing is checked except axes.
   *
   * @param x           [rows…, last]  the last axis is the transform's (time, for an adstock)
   * @param parameters  axes among the rows; a list has its own axis too, last; a series has the last axis of x, last
   * @param settings    all of them
   * @returns           the axes of all, in any order
   */
  rule(x: Expression, parameters: RuleOperands<P, L>, settings: Settings): Expression;
}

/**
 * A transform. Call it with plain numbers to get plain numbers, with expressions to get an expression; both come from
 * one rule, so that what is simulated, drawn and fitted cannot differ.
 */
export interface Transform<
  P extends string = string,
  Settings = Readonly<Record<string, SettingValue>>,
  L extends string = string extends P ? string : never,
  S extends string = never,
> {
  /** [time] → [time]; every argument is checked. */
  (x: Float64Array, parameters: Numbers<P, L>, settings?: Partial<Settings>): Float64Array;
  /** [rows…, last] and parameters among the rows → all rows, last; names and plain numbers are checked. */
  (x: Expression, parameters: Operands<P, L>, settings?: Partial<Settings>): Expression;
  readonly kind: string;
  readonly title: string;
  readonly parameters: { readonly [Name in Exclude<P, S>]: TransformParameter };
  /** Further series that are given with the parameters; most transforms have none. */
  readonly series: { readonly [Name in S]: TransformSeries };
  readonly settings: { readonly [Name in keyof Settings]: TransformSetting<Settings[Name]> };
  /** What it is applied to: media by period, for adstock and saturation. */
  readonly input: TransformInput;
  /** Whether media below zero has no meaning here. */
  readonly nonNegative: boolean;
  /** The second way of calling, under a name. */
  apply(x: Expression, parameters: Operands<P, L>, settings?: Partial<Settings>): Expression;
}

/** Any transform, whatever its parameters are: what tables hold. */
export interface AnyTransform extends Pick<Transform, "kind" | "title" | "input" | "nonNegative"> {
  /** Callable by its owner, who knows the names. */
  apply(x: Expression, parameters: never, settings?: never): Expression;
}
