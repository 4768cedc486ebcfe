/** Splits that treat all cells alike, and the refusals of arguments that a data set cannot be split by. */
import type { Dataset } from "../dataset/dataset.js";
import type { Split } from "../dataset/split.js";
import { IssueError } from "../issue/issue-error.js";
import { makeIssue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";

/** What a period is for. */
export type Part = "train" | "holdout" | "neither";

/** The split that treats all cells alike: `partOf` tells what each period is for. */
export function splitByPeriod(
  { cells, periods }: Dataset,
  name: string,
  partOf: (period: number) => Part,
): Split {
  const parts = periods.map((_, t) => partOf(t));
  const mask = (part: Part): Uint8Array =>
    Uint8Array.from({ length: cells.length * periods.length }, (_, position) =>
      parts[position % periods.length] === part ? 1 : 0,
    );
  return { name, train: mask("train"), holdout: mask("holdout") };
}

/** Throws the one issue of an argument that a data set cannot be split by. */
export function refuseSplit(
  dataset: Dataset,
  path: string,
  words: { rule: string; got: unknown; advice: string },
): never {
  const { rule, got, advice } = words;
  const place = { file: dataset.name, path };
  throw new IssueError([makeIssue({ code: "split.out-of-range", place, rule, got: showValue(got), advice })]);
}

/** A whole number between two bounds, or a refusal. */
export function insistOnCount(
  dataset: Dataset,
  path: string,
  value: number,
  [least, most]: readonly [number, number],
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const rule =
    most < least
      ? `must be a whole number of periods, of which ${dataset.periods.length} are too few`
      : `must be a whole number of periods from ${least} to ${most}`;
  refuseSplit(dataset, path, { rule, got: value, advice: "Change it, or add history." });
}
