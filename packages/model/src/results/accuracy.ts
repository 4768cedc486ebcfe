/** Accuracy: how far predictions are from what was observed. */

import { mean, sum } from "@mmm/numerics";
import { equalTailedInterval } from "@mmm/posterior";

/** Errors of the posterior mean of the expected KPI, and how the predictive distribution fares; over some observations. */
export interface Accuracy {
  readonly observations: number;
  /** 1 − Σ residual² / Σ (kpi − mean kpi)²; below 0 where the mean of the same observations would do better. */
  readonly r2: number;
  /** Mean of |residual| / |kpi| over observations with kpi ≠ 0. */
  readonly mape: number;
  /** Σ |residual| / Σ |kpi|. */
  readonly wmape: number;
  /** √ mean residual², in KPI units. */
  readonly rmse: number;
  /** RMSE / (largest − smallest kpi), as Robyn. */
  readonly nrmse: number;
  /** Mean continuous ranked probability score of the predictive distributions, in KPI units: smaller is better. */
  readonly crps: number;
  /** Share of observations inside predictive intervals of the probability asked for; should be near it. */
  readonly coverage: number;
  /** The same for intervals of 50, 80, 90 and 95 %. */
  readonly coverages: readonly { readonly interval: number; readonly coverage: number }[];
}

/** One observation beside its prediction. */
export interface ScoredObservation {
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly crps: number;
  /** Whether it lies inside the interval asked for. */
  readonly inside: boolean;
  /** The same for each of the usual intervals. */
  readonly insideUsual: readonly boolean[];
}

const usualIntervals = [0.5, 0.8, 0.9, 0.95] as const;

/** Scores one observation by predictive draws. */
export function scoreObservation(
  observed: number,
  expected: number,
  predicted: Float64Array,
  interval: number,
): ScoredObservation {
  const sorted = predicted.slice().sort();
  const { low, high } = equalTailedInterval(sorted, interval);
  const holds = (ends: { readonly low: number; readonly high: number }): boolean =>
    observed >= ends.low && observed <= ends.high;
  return {
    ...{ observed, expected, low, high, crps: crps(observed, sorted), inside: holds({ low, high }) },
    insideUsual: usualIntervals.map((usual) => holds(equalTailedInterval(sorted, usual))),
  };
}

/**
 * CRPS = E|x − y| − ½ E|x − x′| of a predictive distribution x at an observation y; of m sorted draws, without bias,
 *
 *     Σ |x[i] − y| / m − Σ (2 i − m − 1) x[i] / (m (m − 1)),   i = 1 … m
 *
 * @source gneiting2007
 */
function crps(observed: number, sorted: Float64Array): number {
  const m = sorted.length;
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < m; i++) {
    distance += Math.abs(sorted[i]! - observed);
    spread += (2 * i - m + 1) * sorted[i]!;
  }
  return m === 1 ? distance : distance / m - spread / (m * (m - 1));
}

/** Adds up; NaN where there is nothing to measure against. */
export function accuracyOf(scored: readonly ScoredObservation[], interval: number): Accuracy {
  const observed = Float64Array.from(scored, (own) => own.observed);
  const residuals = observed.map((value, i) => value - scored[i]!.expected);
  const absolute = residuals.map(Math.abs);
  const relative = absolute.map((error, i) => error / Math.abs(observed[i]!));
  const center = mean(observed);
  const squares = sum(residuals.map((error) => error * error));
  const share = (holds: (own: ScoredObservation) => boolean): number =>
    scored.filter(holds).length / scored.length;
  const rmse = Math.sqrt(squares / scored.length);
  const range =
    observed.reduce((most, value) => Math.max(most, value), -Infinity) -
    observed.reduce((least, value) => Math.min(least, value), Infinity);
  return {
    observations: scored.length,
    r2: 1 - squares / sum(observed.map((value) => (value - center) * (value - center))),
    mape: mean(relative.filter((_, i) => observed[i] !== 0)),
    wmape: sum(absolute) / sum(observed.map(Math.abs)),
    ...{ rmse, nrmse: rmse / range },
    crps: mean(Float64Array.from(scored, (own) => own.crps)),
    coverage: share(({ inside }) => inside),
    coverages: [
      ...usualIntervals.map((usual, k) => ({
        interval: usual,
        coverage: share(({ insideUsual }) => insideUsual[k]!),
      })),
      ...(usualIntervals.some((usual) => usual === interval)
        ? []
        : [{ interval, coverage: share(({ inside }) => inside) }]),
    ],
  };
}
