/** Comparison of fits: which model predicts the same data better. */

import { type Dataset, hashDataset, throwIfErrors, makeIssue } from "@mmm/data";
import { type ComparedModel, compareModels, stackingWeights } from "@mmm/posterior";
import type { Fit } from "../fit/fit.js";
import type { Accuracy } from "./accuracy.js";
import type { ResultOptions } from "./estimate.js";
import { fitQuality } from "./fit-quality.js";
import { looOf } from "./loo-of.js";

/** One fit beside the best. */
export interface ComparedFit extends ComparedModel {
  /** Weight of the fit in the mixture of all that predicts best, in [0, 1]; fits that say the same share it. */
  readonly stackingWeight: number;
  /** Number of values whose LOO cannot be believed. */
  readonly unreliable: number;
  /** Whether all it knew is what the first of the fits knew; otherwise it had other media, controls or population. */
  readonly sameColumns: boolean;
  /** Accuracy on what the fit saw. */
  readonly train: Accuracy;
  /** Accuracy on what was held out; there where the data have a split. */
  readonly holdout?: Accuracy;
}

/**
 * Compares fits of the same KPI by LOO, best first, with stacking weights and, where the data have a split, by what was held
 * out. Media and controls may differ, so that a model can be judged with a control and without it.
 *
 * A better prediction of sales is no better knowledge of ROI: of two models that predict alike, take the one whose assumptions you
 * can defend.
 *
 * @param fits     by name, at least two, of the same KPI in the same cells and periods (and the same split)
 * @param options  probability of the predictive intervals behind coverage; whether to speak although a verdict failed
 * @returns        one row per fit; `elpd` in nats
 * @throws {UntrustworthyFitError} when a verdict failed
 * @throws {IssueError} when the fits are of different KPIs
 * @source vehtari2017, yao2018
 * @example
 * const fitted = await exampleFit();
 * compareFits({ one: fitted, other: fitted }).map(({ stackingWeight }) => Math.round(10 * stackingWeight)); // => [5, 5]
 */
export function compareFits(
  fits: Readonly<Record<string, Fit>>,
  options: Pick<ResultOptions, "interval" | "evenIfUntrustworthy"> = {},
): readonly ComparedFit[] {
  requireSameKpi(fits);
  const [first] = Object.values(fits);
  const columns = hashDataset(first!.dataset);
  const scores = Object.fromEntries(
    Object.entries(fits).map(([name, fit]) => [name, looOf(fit, options)] as const),
  );
  const elpd = Object.fromEntries(
    Object.entries(scores).map(([name, { pointwise }]) => [name, pointwise.elpd]),
  );
  const weights = stackingWeights(elpd);
  return compareModels(scores).map((row) => {
    const quality = fitQuality(fits[row.model]!, options);
    return {
      ...row,
      stackingWeight: weights[row.model]!,
      unreliable: scores[row.model]!.unreliable.length,
      sameColumns: hashDataset(fits[row.model]!.dataset) === columns,
      train: overall(quality),
      ...(quality.holdout && { holdout: overall(quality.holdout) }),
    };
  });
}

/** The accuracy over all values, without that of cells and totals. */
function overall(quality: Accuracy): Accuracy {
  const { observations, r2, mape, wmape, rmse, nrmse, crps, coverage, coverages } = quality;
  return { observations, r2, mape, wmape, rmse, nrmse, crps, coverage, coverages };
}

/** What LOO and holdouts are about: the KPI by cell and period, and what of it was seen. */
function kpiHash({ population: _size, historyPeriods: _before, ...dataset }: Dataset): string {
  return hashDataset({ ...dataset, channels: [], controls: [] });
}

function requireSameKpi(fits: Readonly<Record<string, Fit>>): void {
  const [first, ...others] = Object.entries(fits).map(([name, { dataset }]) => ({
    ...{ name, file: dataset.name, hash: kpiHash(dataset) },
  }));
  throwIfErrors(
    others
      .filter(({ hash }) => hash !== first!.hash)
      .map(({ name, file, hash }) =>
        makeIssue({
          code: "result.different-data",
          place: { file, path: `compareFits.${name}` },
          rule: `must be fitted to the KPI of "${first!.name}" in the same cells, periods and split, with hash ${first!.hash}`,
          got: hash,
          advice: "Fit all models to one KPI, with one split.",
        }),
      ),
  );
}
