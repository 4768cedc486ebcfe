/** Compilation of a model: dataset and spec become a log density that the sampler can walk. */

import { compile } from "@mmm/autodiff";
import { checkDataset, type Dataset, throwIfErrors } from "@mmm/data";
import type { LogDensity, TargetModule } from "@mmm/sampler";
import type { Scaling } from "./scaling.js";
import { checkModelSpec } from "./spec/check-model-spec.js";
import type { ModelSpec } from "./spec/model-spec.js";
import { type ModelTerms, modelTerms } from "./terms/model-terms.js";

/** A model ready to be sampled. */
export interface CompiledModel {
  readonly dataset: Dataset;
  readonly spec: ModelSpec;
  readonly scaling: Scaling;
  /** Number of unconstrained parameters. */
  readonly dimension: number;
  /** log prior (with Jacobians) + log likelihood of the scaled KPI, and its gradient. */
  readonly logDensity: LogDensity;
  /** The same log density as an address, for chains in workers. */
  readonly target: TargetModule;
}

/**
 * Compiles a spec for a dataset.
 *
 * @param dataset  a national dataset (one cell)
 * @param spec     from `parseModelSpec`
 * @returns        the model; building it again from the same arguments gives the same bits
 * @throws {IssueError} with every issue: blocking faults of the data (`checkDataset`), channels or controls that the
 *         spec names and the data lack, priors on the wrong support
 * @example
 * compileModel(exampleDataset(), parseModelSpec({})).logDensity.dimension > 10; // => true
 */
export function compileModel(dataset: Dataset, spec: ModelSpec): CompiledModel {
  throwIfErrors([...checkDataset(dataset), ...checkModelSpec(spec, dataset)]);
  const terms = modelTerms(dataset, spec);
  const logDensity = compileLogDensity(terms);
  return {
    dataset,
    spec,
    scaling: terms.scaling,
    dimension: logDensity.dimension,
    logDensity,
    // From src/ as from dist/ this is the compiled file, which plain Node can load.
    target: {
      module: new URL("../dist/compile-model.js", import.meta.url).href,
      export: "makeLogDensity",
      data: { dataset, spec },
    },
  };
}

/**
 * The log density alone, as a worker builds it from the data of `CompiledModel.target`; nothing is checked again.
 *
 * @param data  the dataset and the spec of a model that compiled
 * @returns     the same log density, bit for bit
 * @example
 * makeLogDensity({ dataset: exampleDataset(), spec: parseModelSpec({}) }).dimension > 10; // => true
 */
export function makeLogDensity({
  dataset,
  spec,
}: {
  readonly dataset: Dataset;
  readonly spec: ModelSpec;
}): LogDensity {
  return compileLogDensity(modelTerms(dataset, spec));
}

function compileLogDensity(terms: ModelTerms): LogDensity {
  const program = compile({
    outputs: { logDensity: terms.logDensity },
    variables: terms.variables,
    differentiate: "logDensity",
  });
  return { dimension: program.dimension, evaluate: program.evaluateGradient };
}
