/** The last periods of every cell held out: the plainest test of a forecast. */
import type { Dataset } from "../dataset/dataset.js";
import type { Split } from "../dataset/split.js";
import { insistOnCount, splitByPeriod } from "./split-by-period.js";

/**
 * Holds out the last periods of all cells.
 *
 * @param dataset  the data set
 * @param periods  how many periods to hold out, at least 1; two or more must remain
 * @returns        the split
 * @throws  {IssueError} `split.out-of-range`
 * @example
 * const { train, holdout } = holdoutLast(exampleDataset(), 13);
 * train.reduce((a, b) => a + b, 0); // => 91
 * holdout[91]; // => 1
 */
export function holdoutLast(dataset: Dataset, periods: number): Split {
  const count = dataset.periods.length;
  insistOnCount(dataset, "holdoutLast.periods", periods, [1, count - 2]);
  const start = count - periods;
  return splitByPeriod(dataset, `from ${dataset.periods[start]!}`, (t) => (t < start ? "train" : "holdout"));
}
