/** Looks a data set over before any model sees it: all that is wrong or odd, as issues with addresses. */
import type { Dataset } from "../dataset/dataset.js";
import type { Issue } from "../issue/issue.js";
import { checkCollinearity } from "./check-collinearity.js";
import { checkOutliers } from "./check-outliers.js";
import { checkSeries } from "./check-series.js";
import { checkSize } from "./check-size.js";
import { checkSpend } from "./check-spend.js";

/**
 * Every error and warning about a data set. Errors make a fit meaningless (a KPI or channel that never changes); warnings
 * deserve a look: outliers, collinear channels, tiny channels, spend without exposure, odd prices, a KPI at or below zero, too
 * few periods. The data set is not changed. Thresholds and their reasons: `checkThresholds`.
 *
 * @param dataset  the data set
 * @returns        the issues, errors first; nothing is thrown. File, line and column are known where `readDataset` read it
 * @example
 * checkDataset(exampleDataset()); // => []
 * const idle = { name: "radio", spend: new Float64Array(104) };
 * const market = makeDataset({ ...exampleDataset(), channels: [...exampleDataset().channels, idle] });
 * checkDataset(market).map((issue) => issue.code); // => ["data.zero-channel"]
 */
export function checkDataset(dataset: Dataset): readonly Issue[] {
  const issues = [
    ...checkSeries(dataset),
    ...checkSpend(dataset),
    ...checkOutliers(dataset),
    ...checkCollinearity(dataset),
    ...checkSize(dataset),
  ];
  const errors = issues.filter((issue) => issue.severity === "error");
  return [...errors, ...issues.filter((issue) => issue.severity === "warning")];
}
