/** The data of a split: the same data set, with part of its KPI kept from the fit. */
import { makeDataset, type Dataset } from "../dataset/dataset.js";
import type { Split } from "../dataset/split.js";

/**
 * Keeps part of the KPI from a fit. Media, controls and the calendar are seen everywhere, because what is held out must be
 * predicted from them; of the KPI a model sees the values where `train` is 1 and nothing else.
 *
 * @param dataset  the data set; a split it had before is replaced
 * @param split    from `holdoutLast`, `holdoutRandom` or `rollingOrigins`, of this data set
 * @returns        the data set with its split, which counts as content: it has a hash of its own
 * @throws  {Error} when the masks are not of this data set, or overlap
 * @example
 * const held = holdOut(exampleDataset(), holdoutLast(exampleDataset(), 13));
 * held.split?.name; // => "from 2024-09-30"
 */
export function holdOut(dataset: Dataset, split: Split): Dataset {
  return makeDataset({ ...dataset, split });
}
