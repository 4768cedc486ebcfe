/** Everything `@mmm/sampler` offers; chains in worker threads are in `@mmm/sampler/node`. */
export { sample } from "./sample.js";
export { sampleDefaults } from "./sample-options.js";
export type { SampleOptions, SampleOptionsError } from "./sample-options.js";
export type { LogDensity, Target, TargetModule } from "./target.js";
export type { ChainOutcome, Divergence, Trace, Transitions, WarmupRecord } from "./trace.js";
export type { KernelOptions } from "./kernel-options.js";
export type { MetricKind } from "./warmup/metric-learner.js";
export type { WarmupScheduleKind } from "./warmup/warmup.js";
export type { IntegratorKind, TrajectoryKind } from "./chain/chain-settings.js";
export type { StaticLength } from "./trajectory/trajectory.js";
export type { LeafRecord } from "./trace.js";
export type { Metric } from "./hamiltonian/metric.js";
export type { Correction } from "./hamiltonian/correction.js";
export type { Progress } from "./chain/progress.js";
export type { ChainSettings } from "./chain/chain-settings.js";
export type { ChainJob, ChainRunner } from "./run/chain-runner.js";
export { inProcess } from "./run/in-process.js";
