/** One row per scalar: what it is, and how well the chains know it. */
import { mean, quantile, variance } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { convergenceOf } from "../diagnostics/convergence.js";
import { mcseMean } from "../diagnostics/mcse.js";
import type { Draws } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";
import { selectParameter } from "../draws/select-parameter.js";
import { equalTailedInterval } from "../intervals/equal-tailed-interval.js";
import { highestDensityInterval } from "../intervals/highest-density-interval.js";
import { medianAbsoluteDeviation } from "./median-absolute-deviation.js";

/** How `summarizeDraws` summarises. */
export interface SummaryOptions {
  /** Probability that `low` to `high` covers, in (0, 1). Default 0.9: its ends are the quantiles that `essTail` vouches for. */
  readonly interval?: number;
  /** Default equal-tailed: it means the same in any unit. */
  readonly intervalKind?: "equal-tailed" | "highest-density";
}

/** Summary of one scalar. Everything from `mean` to `high`, and `mcseMean`, is in the scalar's own unit; ESS in draws. */
export interface SummaryRow {
  /** The element's label, e.g. `roi[tv]`. */
  readonly parameter: string;
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  /** Median absolute deviation, times 1.4826. */
  readonly mad: number;
  readonly low: number;
  readonly high: number;
  readonly rhat: number;
  readonly essBulk: number;
  readonly essTail: number;
  readonly mcseMean: number;
}

/**
 * Summarises every scalar of `draws`.
 *
 * @param draws    chain × draw × axes
 * @param options  interval probability and kind
 * @returns  a row per element, in the order of `listElements`; a number that does not exist is NaN
 * @throws  {Error} when the interval's probability is outside (0, 1)
 * @source vehtari2021
 * @example
 * summarizeDraws(exampleDraws(), { interval: 0.9 }).map((row) => row.parameter); // => ["intercept", "roi[tv]", "roi[radio]", "roi[search]", "noise"]
 */
export function summarizeDraws(draws: Draws, options: SummaryOptions = {}): readonly SummaryRow[] {
  return listElements(draws).map(({ parameter, coordinates, label }) => ({
    parameter: label,
    ...summarize(selectParameter(draws, parameter, coordinates), options),
  }));
}

function summarize(x: Chains, options: SummaryOptions): Omit<SummaryRow, "parameter"> {
  const { interval = 0.9, intervalKind = "equal-tailed" } = options;
  const intervalOf = intervalKind === "equal-tailed" ? equalTailedInterval : highestDensityInterval;
  const sorted = x.values.slice().sort(); // once for all order statistics
  return {
    mean: mean(x.values),
    sd: Math.sqrt(variance(x.values)),
    median: quantile(sorted, 0.5),
    mad: medianAbsoluteDeviation(sorted),
    ...intervalOf(sorted, interval),
    ...convergenceOf(x),
    mcseMean: mcseMean(x),
  };
}
