/** The diagonal Fisher metric: scales from draws and gradients together, over two overlapping windows. */
import { addToVectorWelford, resetVectorWelford, makeVectorWelford } from "@mmm/numerics";
import type { VectorWelford } from "@mmm/numerics";
import type { Metric } from "../hamiltonian/metric.js";
import type { PhasePoint } from "../hamiltonian/phase-point.js";

/** Draws and gradients of one window. */
interface Window {
  readonly positions: VectorWelford;
  readonly gradients: VectorWelford;
}

/** The adapter's state; it lives as long as the warm-up and is written over. */
export interface FisherMetric {
  readonly metric: Metric;
  /** Speaks for the metric now; always at least one full window old. */
  foreground: Window;
  /** Fills up, and becomes the foreground when it is full. */
  background: Window;
}

/** Fewer draws than this say nothing about a variance. */
const fewestDraws = 3;
const smallestVariance = 1e-20;
const largestVariance = 1e20;

/**
 * Starts both windows with the first point, and `metric` (which the adapter writes from now on) with a guess from the gradient
 * alone, scale² = 1 / |gradient|: the optimum below if the position's deviation is taken as 1 and the gradient's as its size.
 * Coordinates without a gradient keep what they have.
 */
export function startFisherMetric(metric: Metric, point: PhasePoint): FisherMetric {
  const { gradient, position } = point;
  const dimension = position.length;
  for (let i = 0; i < dimension; i++) {
    setCoordinate(metric, i, 1 / Math.abs(gradient[i]), position[i], gradient[i]);
  }
  const adapter = { metric, foreground: makeWindow(dimension), background: makeWindow(dimension) };
  addToWindow(adapter.foreground, point);
  addToWindow(adapter.background, point);
  return adapter;
}

export function addToMetric(adapter: FisherMetric, point: PhasePoint): void {
  addToWindow(adapter.foreground, point);
  addToWindow(adapter.background, point);
}

/** Forgets what was before the background window began. */
export function switchWindows(adapter: FisherMetric): void {
  const { foreground } = adapter;
  adapter.foreground = adapter.background;
  adapter.background = foreground;
  resetVectorWelford(foreground.positions);
  resetVectorWelford(foreground.gradients);
}

/**
 * Sets the metric that minimises the Fisher divergence E‖∇ log p(y) + y‖² over all diagonal affine maps:
 *
 *     scale² = √(var x / var g),     mean = mean x + scale² · mean g
 *
 * Unlike a variance of draws it is exact after few draws of a normal density, needs no shrinkage, and also weighs how
 * steep the density is where it curves most. Coordinates without a finite positive answer keep what they have.
 *
 * @returns whether the metric was set (false with fewer than three draws)
 * @source seyboldt2026
 */
export function updateFisherMetric(adapter: FisherMetric): boolean {
  const { metric, foreground } = adapter;
  const { positions, gradients } = foreground;
  if (positions.count < fewestDraws) return false;
  for (let i = 0; i < metric.scale.length; i++) {
    const variance = Math.sqrt(positions.squares[i] / gradients.squares[i]);
    setCoordinate(metric, i, variance, positions.mean[i], gradients.mean[i]);
  }
  return true;
}

function setCoordinate(
  metric: Metric,
  i: number,
  variance: number,
  position: number,
  gradient: number,
): void {
  if (!(variance > 0 && variance < Infinity)) return;
  metric.scale[i] = Math.sqrt(Math.min(Math.max(variance, smallestVariance), largestVariance));
  metric.mean[i] = position + variance * gradient;
}

function makeWindow(dimension: number): Window {
  return { positions: makeVectorWelford(dimension), gradients: makeVectorWelford(dimension) };
}

function addToWindow(window: Window, point: PhasePoint): void {
  addToVectorWelford(window.positions, point.position);
  addToVectorWelford(window.gradients, point.gradient);
}
