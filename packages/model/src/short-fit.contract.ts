/** A fit of very few draws that tests share: laws of results hold for every draw, whether or not chains have converged. */

import type { Dataset } from "@mmm/data";
import { fit, type Fit } from "./fit/fit.js";
import type { ModelSpec } from "./spec/model-spec.js";

/** Two chains of some draws after a warm-up that is too short; told to be trustworthy, so that results speak. */
export async function shortFit(dataset: Dataset, spec: ModelSpec, draws = 10): Promise<Fit> {
  const fitted = await fit(dataset, spec, { seed: 3, chains: 2, warmup: 40, draws });
  return { ...fitted, verdict: { ...fitted.verdict, trustworthy: true } };
}
