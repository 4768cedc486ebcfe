/** From a dataset to the configuration text that reads it back, with the choices of the model written out. */

import { type Dataset, datasetRoles } from "@mmm/data";
import { stringify } from "yaml";

/** Columns of the dataset's CSV, and the default model with effects believed in as ROI. */
export function writeConfiguration(dataset: Dataset): string {
  const model = {
    trend: "linear",
    seasonality: [{ periodDays: 365.25, harmonics: 2 }],
    media: { default: { effect: "roi" } },
  };
  return stringify({ columns: datasetRoles(dataset), model });
}
