/** Comparison of fits: which model predicts the same data better. */

import { hashDataset, throwIfErrors, makeIssue } from "@mmm/data";
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
  /** Accuracy on what the fit saw. */
  readonly train: Accuracy;
  /** Accuracy on what was held out; there where the data have a split. */
  readonly holdout?: Accuracy;
}

/**
 * Compares fits of the same data by LOO, best first, with stacking weights and, where the data have a split, by what was held
 * out.
 *
 * A better prediction of sales is no better knowledge of ROI: of two models that predict alike, take the one whose assumptions you
 * can defend.
 *
 * @param fits     by name, at least two, of the same data (and the same split)
 * @param options  probability of the predictive intervals behind coverage; whether to speak although a verdict failed
 * @returns        one row per fit; `elpd` in nats
 * @throws {UntrustworthyFitError} when a verdict failed
 * @throws {IssueError} when the fits are of different data
 * @source vehtari2017, yao2018
 * @example
 * const fitted = await exampleFit();
 * compareFits({ one: fitted, other: fitted }).map(({ stackingWeight }) => Math.round(10 * stackingWeight)); // => [5, 5]
 */
export function compareFits(
  fits: Readonly<Record<string, Fit>>,
  options: Pick<ResultOptions, "interval" | "evenIfUntrustworthy"> = {},
): readonly ComparedFit[] {
  requireSameData(fits);
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

function requireSameData(fits: Readonly<Record<string, Fit>>): void {
  const [first, ...others] = Object.entries(fits).map(([name, { dataset }]) => ({
    ...{ name, file: dataset.name, hash: hashDataset(dataset) },
  }));
  throwIfErrors(
    others
      .filter(({ hash }) => hash !== first!.hash)
      .map(({ name, file, hash }) =>
        makeIssue({
          code: "result.different-data",
          place: { file, path: `compareFits.${name}` },
          rule: `must be fitted to the data of "${first!.name}" with hash ${first!.hash}`,
          got: hash,
          advice: "Fit all models to one dataset, with one split.",
        }),
      ),
  );
}
