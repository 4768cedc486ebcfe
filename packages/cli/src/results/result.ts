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
  /** What it can be asked of: some cells, some periods. */
  readonly parts: readonly ("cells" | "periods")[];
  readonly ask: (fit: Fit, options: AskOptions) => Answer;
}

/** A result from how it is computed, how it is put into words, and which of it are its data. */
export function result<T>(
  about: string,
  compute: (fit: Fit, options: AskOptions) => T,
  describe: (computed: T, options: AskOptions) => string,
  dataOf: (computed: T) => unknown = (computed) => computed,
): Result {
  return {
    about,
    diagnoses: false,
    parts: [],
    ask: (fit, options) => {
      const computed = compute(fit, options);
      return { data: dataOf(computed), text: () => describe(computed, options) };
    },
  };
}

/** The same result, as one that can be asked of some cells and periods. */
export function windowed(of: Result): Result {
  return { ...of, parts: ["cells", "periods"] };
}

/** The same result, as one that can be asked of some cells. */
export function ofCells(of: Result): Result {
  return { ...of, parts: ["cells"] };
}

/** The same result, as one that speaks of failed draws too. */
export function diagnosis(of: Result): Result {
  return { ...of, diagnoses: true };
}
