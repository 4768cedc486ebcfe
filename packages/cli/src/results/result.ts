/** Result: a question that a fit can be asked; the answer is plain data, and the same data as text. */

import type { Fit, ResultOptions } from "@mmm/model";

/** Options of results with the probability of intervals filled in. */
export type AskOptions = ResultOptions & { readonly interval: number };

/** What a fit answers. */
export interface Answer {
  readonly data: unknown;
  readonly text: () => string;
}

/** One result of `mmm results --show`. */
export interface Result {
  /** One line for the help text. */
  readonly about: string;
  /** Whether it speaks of draws that failed their verdict too, because it shows what is wrong with them. */
  readonly diagnoses: boolean;
  /** Whether it can be asked of some cells and periods. */
  readonly windowed: boolean;
  readonly ask: (fit: Fit, options: AskOptions) => Answer;
}

/** A result from how its data are computed and how they are put into words. */
export function result<T>(
  about: string,
  compute: (fit: Fit, options: AskOptions) => T,
  describe: (data: T, options: AskOptions) => string,
): Result {
  return {
    about,
    diagnoses: false,
    windowed: false,
    ask: (fit, options) => {
      const data = compute(fit, options);
      return { data, text: () => describe(data, options) };
    },
  };
}

/** The same result, as one that can be asked of some cells and periods. */
export function windowed(of: Result): Result {
  return { ...of, windowed: true };
}

/** The same result, as one that speaks of failed draws too. */
export function diagnosis(of: Result): Result {
  return { ...of, diagnoses: true };
}
