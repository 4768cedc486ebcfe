/** Dual averaging: moves the step size until the mean acceptance is the target. */
import { exp, log } from "@mmm/numerics";

/** Where dual averaging stands; each update gives a new one. */
export interface DualAveraging {
  /** The step size to use for the next draw. */
  readonly stepSize: number;
  /** Weighted mean of log step sizes: what remains after warm-up. */
  readonly averageLogStep: number;
  /** h: running mean of target − acceptance. */
  readonly meanError: number;
  /** log(10 ε₀): long steps are tried, because a too short one costs more work before it is noticed. */
  readonly shrinkTo: number;
  readonly count: number;
}

export interface StepSizeAdapter {
  start(stepSize: number): DualAveraging;
  update(state: DualAveraging, acceptance: number): DualAveraging;
  finish(state: DualAveraging): number;
}

/** Strength of adaptation γ and early stability t₀: the values of hoffman2014, used by all samplers. */
const strength = 0.05;
const earlyDamping = 10;

/** A step of π turns a standard normal half around: nothing longer can be useful in whitened space. */
const longestStep = Math.PI;

/**
 * The adapter that drives the mean acceptance to `target`:
 *
 *     h ← (1 − w) h + w (target − acceptance),   w = 1 / (count + 10)
 *     log ε = log(10 ε₀) − h √count / 0.05,      log ε̄ ← k log ε + (1 − k) log ε̄,   k = count^(−3/4)
 *
 * @source nesterov2009, hoffman2014
 */
export function dualAveraging(target: number): StepSizeAdapter {
  return {
    start(stepSize) {
      const first = Math.min(stepSize, longestStep);
      return {
        stepSize: first,
        averageLogStep: log(first),
        meanError: 0,
        shrinkTo: log(10 * first),
        count: 1,
      };
    },
    update(state, acceptance) {
      const { count, shrinkTo } = state;
      const weight = 1 / (count + earlyDamping);
      const meanError = (1 - weight) * state.meanError + weight * (target - acceptance);
      const root = Math.sqrt(count);
      const logStep = Math.min(shrinkTo - (meanError * root) / strength, log(longestStep));
      const share = 1 / (root * Math.sqrt(root)); // count^(−3/4)
      const averageLogStep = share * logStep + (1 - share) * state.averageLogStep;
      return { stepSize: exp(logStep), averageLogStep, meanError, shrinkTo, count: count + 1 };
    },
    finish: (state) => exp(state.averageLogStep),
  };
}
