/** Which metric warm-up learns, and when: one learner for all of them. */
import { copyMetric } from "../hamiltonian/metric.js";
import type { AdaptedMetric, Metric } from "../hamiltonian/metric.js";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { makeDrawMemory, rememberDraw, switchMemory } from "./draw-memory.js";
import type { DrawMemory } from "./draw-memory.js";
import { addToMetric, startFisherMetric, switchWindows, updateFisherMetric } from "./fisher-metric.js";
import type { FisherMetric } from "./fisher-metric.js";
import { denseFit, fitFisherMetric, lowRankFit } from "./fit-fisher-metric.js";
import { lowRankPays } from "./low-rank-pays.js";
import { fitCovarianceMetric, updateVarianceMetric } from "./variance-metric.js";

/** The names of the metrics, as options give them. */
export const metricKinds = ["diagonal", "variance", "low-rank", "dense", "covariance", "auto"] as const;

/**
 * What warm-up learns of the posterior's shape:
 *
 * - `"diagonal"`: scales from draws and gradients (Fisher divergence);
 * - `"variance"`: scales from draws alone, with Stan's shrinkage;
 * - `"low-rank"`: scales and stretches along the directions that need one, by Fisher divergence;
 * - `"dense"`: all directions, by Fisher divergence; meant for up to 200 parameters;
 * - `"covariance"`: all directions, from draws alone, with Stan's shrinkage;
 * - `"auto"`: diagonal, and low-rank as soon and as long as draws that the fit has not seen say that it pays.
 */
export type MetricKind = (typeof metricKinds)[number];

/** Plain data, written over as warm-up goes on. */
export interface MetricLearner {
  readonly kind: MetricKind;
  readonly metric: AdaptedMetric;
  readonly fisher: FisherMetric;
  /** Empty for metrics that need no more than means and variances. */
  readonly memory: DrawMemory;
  /** Draws in memory when the metric was last fitted to them. */
  fittedAt: number;
}

/** Fits of matrices cost about as much as some transitions: not at every draw. */
const drawsBetweenFits = 20;
const growthBetweenFits = 0.25;

export function startMetricLearner(
  kind: MetricKind,
  metric: AdaptedMetric,
  point: PhasePoint,
): MetricLearner {
  const learner = {
    kind,
    metric,
    fisher: startFisherMetric(metric, point),
    memory: makeDrawMemory(),
    fittedAt: 0,
  };
  if (remembers(kind)) rememberDraw(learner.memory, point);
  return learner;
}

function remembers(kind: MetricKind): boolean {
  return kind !== "diagonal" && kind !== "variance";
}

export function addToLearner(learner: MetricLearner, point: PhasePoint): void {
  addToMetric(learner.fisher, point);
  if (remembers(learner.kind)) rememberDraw(learner.memory, point);
}

/**
 * Early windows are too short to tell directions from noise, and on a ridge the draws until the first long one cost more
 * than all others together: `auto` remembers this many of them.
 */
const earlyMemory = 40;

/** Forgets what was before the background window began. `early`: the chain may still be on its way to the posterior. */
export function switchLearner(learner: MetricLearner, early = false): void {
  switchWindows(learner.fisher);
  if (!remembers(learner.kind)) return;
  if (early && learner.kind === "auto") learner.fittedAt -= switchMemory(learner.memory, earlyMemory);
  else {
    switchMemory(learner.memory);
    learner.fittedAt = -Infinity;
  }
}

/** What became of the metric. */
export interface MetricChange {
  readonly changed: boolean;
  /** Whether directions came or went for the first time, so that the step size must be searched for anew. */
  readonly reshaped: boolean;
}

/** Sets the metric from what is known, if it is time. */
export function learnMetric(learner: MetricLearner): MetricChange {
  const { kind, metric, fisher } = learner;
  if (kind === "diagonal") return { changed: updateFisherMetric(fisher), reshaped: false };
  if (kind === "variance") {
    return { changed: updateVarianceMetric(metric, fisher.foreground.positions), reshaped: false };
  }
  const before = metric.correction !== undefined;
  const changed = kind === "auto" ? learnAuto(learner) : learnDirections(learner, kind);
  return { changed, reshaped: before !== (metric.correction !== undefined) };
}

function learnDirections(learner: MetricLearner, kind: "low-rank" | "dense" | "covariance"): boolean {
  if (!isDue(learner)) return learner.metric.correction === undefined && updateFisherMetric(learner.fisher);
  const fitted = fit(learner.memory, kind);
  if (fitted !== undefined) copyMetric(learner.metric, fitted);
  return fitted !== undefined;
}

/** Low rank where held-out draws want it; back to the diagonal as soon as they do not. */
function learnAuto(learner: MetricLearner): boolean {
  const { metric, fisher, memory } = learner;
  if (isDue(learner)) {
    const pays = lowRankPays(memory, metric.correction !== undefined);
    const fitted = pays ? fit(memory, "low-rank") : undefined;
    if (fitted !== undefined) {
      copyMetric(metric, fitted);
      return true;
    }
    metric.correction = undefined;
  }
  return metric.correction === undefined && updateFisherMetric(fisher);
}

function isDue(learner: MetricLearner): boolean {
  const known = learner.memory.positions.length;
  const pause = Math.max(drawsBetweenFits, growthBetweenFits * known);
  if (known < Math.max(0, learner.fittedAt) + pause && learner.fittedAt > -Infinity) return false;
  if (known < drawsBetweenFits / 2) return false;
  learner.fittedAt = known;
  return true;
}

function fit(
  { positions, gradients }: DrawMemory,
  kind: "low-rank" | "dense" | "covariance",
): Metric | undefined {
  if (kind === "covariance") return fitCovarianceMetric(positions);
  return fitFisherMetric(positions, gradients, kind === "dense" ? denseFit : lowRankFit);
}
