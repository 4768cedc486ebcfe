/** @mmm/model: from a dataset and a spec to a fitted marketing mix model and what it says. */

export { type CompiledModel, compileModel, makeLogDensity } from "./compile-model.js";
export { exampleFit } from "./example-fit.js";
export { fit, type Fit, type FitOptions, type FitRecord, type NoDrawsError } from "./fit/fit.js";
export { openFit, saveFit } from "./fit/saved-fit.js";
export { compileForwardPass, type ForwardPass } from "./forward/forward-pass.js";
export type { Quantity } from "./forward/quantities.js";
export type { MarketChange, SeriesChange } from "./forward/market-change.js";
export type * from "./forward/market-plan.js";
export type { Accuracy } from "./results/accuracy.js";
export * from "./results/adstock-curves.js";
export type { Band } from "./results/band.js";
export { type BaselineOutcome, baselineOutcome } from "./results/baseline-outcome.js";
export * from "./results/compare-fits.js";
export { type Contribution, type Contributions, contributions } from "./results/contributions.js";
export * from "./results/counterfactual.js";
export { estimate, type Estimate, type ResultOptions } from "./results/estimate.js";
export { expectedOutcome } from "./results/expected-outcome.js";
export * from "./results/fit-quality.js";
export * from "./results/forecast.js";
export { looOf } from "./results/loo-of.js";
export type { Outcome } from "./results/outcome.js";
export type { PanelAccuracy } from "./results/panel-accuracy.js";
export { predictedOutcome } from "./results/predicted-outcome.js";
export * from "./results/prior-posterior.js";
export * from "./results/prior-predictive.js";
export * from "./results/response-surface.js";
export { isTrustworthy, type UntrustworthyFitError } from "./results/require-trust.js";
export * from "./results/response-curves.js";
export type { ResultWindow, WindowOptions } from "./results/result-window.js";
export { type ChannelRoi, roi } from "./results/roi.js";
export * from "./results/saturation-curves.js";
export { defaultPriors, type DefaultPrior } from "./spec/default-priors.js";
export type * from "./spec/model-spec.js";
export type { CellSpec, Centring, PooledCells } from "./spec/cell-spec.js";
export type { ScalingSpec } from "./spec/scaling-spec.js";
export { presets } from "./spec/presets/presets.js";
export { checkModelSpec } from "./spec/check-model-spec.js";
export { checkSpecNames, type SeriesNames } from "./spec/check-spec-names.js";
export type { SpecSource } from "./spec/spec-source.js";
export { configurationJsonSchema } from "./spec/configuration-json-schema.js";
export {
  type Configuration,
  type ConfigurationReading,
  parseConfiguration,
  readConfiguration,
} from "./spec/parse-configuration.js";
export { parseModelSpec } from "./spec/parse-model-spec.js";
export { readYaml, type YamlReading } from "./spec/read-yaml.js";
export type { ParameterSpec } from "./spec/parameter-spec.js";
export type { TransformSpec } from "./spec/transform-spec.js";
export type { ModelSpecInput } from "./spec/spec-schema.js";

// The nouns and doors of lower floors that every analysis uses, so that one import serves.
export { checkDataset, exampleDataset, parseColumnRoles, periodsAfter, readDataset } from "@mmm/data";
export { formatIssue, formatIssues, IssueError } from "@mmm/data";
export { holdOut, holdoutLast, holdoutRandom, rollingOrigins } from "@mmm/data";
export type { ColumnRoles, Dataset, Issue, Split } from "@mmm/data";
export { type Draws, formatVerdict, judgeDraws, summarizeDraws, type Verdict } from "@mmm/posterior";
