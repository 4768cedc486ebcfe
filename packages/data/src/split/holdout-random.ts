/** Single periods of single cells held out at random: a test of the fit between known values. */
import { drawPermutation, type RandomStream } from "@mmm/numerics";
import type { Dataset } from "../dataset/dataset.js";
import type { Split } from "../dataset/split.js";
import { refuseSplit } from "./split-by-period.js";

/**
 * Holds out a share of the periods of each cell, drawn at random and for each cell anew. Every cell loses the same number, so
 * that none is left without data. Cells draw from streams of their own, told by their names: adding or reordering cells does not
 * change what is drawn for the others.
 *
 *     held out per cell = round(share · periods)
 *
 * Neighbours of a held-out period give away its trend and season, so this asks less than `holdoutLast`; it says whether the model
 * fits, not whether it forecasts.
 *
 * @param dataset  the data set
 * @param share    share of periods to hold out, in (0, 1); at least one period and all but two at most
 * @param stream   where the chance comes from; it is not moved forward
 * @returns        the split
 * @throws  {IssueError} `split.out-of-range`
 * @source google2024 holdout_id
 * @example
 * import { randomStream } from "@mmm/numerics";
 * const stream = randomStream(1, "holdout");
 * const { holdout } = holdoutRandom(exampleDataset(), 0.25, stream);
 * holdout.reduce((a, b) => a + b, 0); // => 26
 */
export function holdoutRandom(dataset: Dataset, share: number, stream: RandomStream): Split {
  const { cells, periods } = dataset;
  const count = periods.length;
  const held = Math.round(share * count);
  if (!(share > 0 && share < 1) || held < 1 || held > count - 2) {
    refuseSplit(dataset, "holdoutRandom.share", {
      rule: `must be a share in (0, 1) that holds out 1 to ${Math.max(1, count - 2)} of ${count} periods`,
      got: share,
      advice: "Change it, or add history.",
    });
  }
  const holdout = new Uint8Array(cells.length * count);
  cells.forEach((cell, g) => {
    for (const t of drawPermutation(stream.split("holdout", cell), count).slice(0, held)) {
      holdout[g * count + t] = 1;
    }
  });
  return { name: `${held} of ${count} periods at random`, train: holdout.map((value) => 1 - value), holdout };
}
