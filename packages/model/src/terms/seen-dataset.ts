/** What a model sees of a KPI of which part is held out: nothing of that part, not even in its scales. */

import type { Dataset } from "@mmm/data";
import { mean } from "@mmm/numerics";

/**
 * The dataset as a model measures it: values of the KPI that are held out are replaced by the mean of what is seen of their
 * cell, so that no scale, no prior on a share of sales and no choice of coordinates knows them. They have no likelihood.
 */
export function seenDataset(dataset: Dataset): Dataset {
  const { split, cells, periods, kpi } = dataset;
  if (split === undefined) return dataset;
  const count = periods.length;
  const everywhere = mean(kpi.values.filter((_, i) => split.train[i] !== 0));
  const values = kpi.values.slice();
  cells.forEach((_, g) => {
    const own = kpi.values.subarray(g * count, (g + 1) * count);
    const seen = own.filter((_value, t) => split.train[g * count + t] !== 0);
    const usual = seen.length > 0 ? mean(seen) : everywhere;
    own.forEach((_value, t) => {
      if (split.train[g * count + t] === 0) values[g * count + t] = usual;
    });
  });
  return { ...dataset, kpi: { ...kpi, values } };
}
