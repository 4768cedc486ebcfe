/** Forecasts from several points of the past, each judged by what came after: cross-validation that respects time. */
import type { Dataset } from "../dataset/dataset.js";
import type { Split } from "../dataset/split.js";
import { insistOnCount, splitByPeriod } from "./split-by-period.js";

/** Where origins lie, all in periods. */
export interface RollingOrigins {
  /** Periods before the first origin. */
  readonly first: number;
  /** Periods that each forecast is judged by. */
  readonly horizon: number;
  /** Periods from one origin to the next; default `horizon`, so that every period is judged at most once. */
  readonly step?: number;
  /** Periods that each fit learns from, the last before its origin; default all of them. */
  readonly window?: number;
}

/**
 * Splits at rolling origins: the fit sees the periods before the origin and is judged by the `horizon` after it; what lies further
 * on is in neither part. The origins are `first`, `first + step` … as long as a whole horizon follows.
 *
 * @param dataset  the data set
 * @param origins  `first` (≥ 2), `horizon` (≥ 1), `step` (≥ 1) and `window` (≥ 2), in periods
 * @returns        the splits, the earliest origin first; at least one
 * @throws  {IssueError} `split.out-of-range`
 * @example
 * const splits = rollingOrigins(exampleDataset(), { first: 78, horizon: 13 });
 * splits.map((split) => split.name); // => ["from 2024-07-01", "from 2024-09-30"]
 */
export function rollingOrigins(dataset: Dataset, origins: RollingOrigins): readonly Split[] {
  const count = dataset.periods.length;
  const { first, horizon, step = horizon, window = count } = origins;
  insistOnCount(dataset, "rollingOrigins.horizon", horizon, [1, count - 2]);
  insistOnCount(dataset, "rollingOrigins.first", first, [2, count - horizon]);
  insistOnCount(dataset, "rollingOrigins.step", step, [1, Math.max(1, count)]);
  insistOnCount(dataset, "rollingOrigins.window", window, [2, count]);
  const splits: Split[] = [];
  for (let origin = first; origin + horizon <= count; origin += step) {
    const name = `from ${dataset.periods[origin]!}`;
    splits.push(
      splitByPeriod(dataset, name, (t) => {
        if (t >= origin) return t < origin + horizon ? "holdout" : "neither";
        return t >= origin - window ? "train" : "neither";
      }),
    );
  }
  return splits;
}
