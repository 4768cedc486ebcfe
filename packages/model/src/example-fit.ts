/** A small fit for documentation and play: the example market under the default model. */

import { exampleDataset } from "@mmm/data";
import { fit, type Fit } from "./fit/fit.js";
import { parseModelSpec } from "./spec/parse-model-spec.js";

let fitted: Promise<Fit> | undefined;

/**
 * The example dataset fitted with the default model on ROI priors: 4 chains of 400 draws, about a second. It is fitted once
 * per process; later calls return the same fit.
 *
 * @returns  a trustworthy fit
 * @example
 * (await exampleFit()).verdict.trustworthy; // => true
 */
export function exampleFit(): Promise<Fit> {
  fitted ??= fit(exampleDataset(), parseModelSpec({ media: { default: { effect: "roi" } } }), {
    ...{ seed: 1, warmup: 300, draws: 400 },
  });
  return fitted;
}
