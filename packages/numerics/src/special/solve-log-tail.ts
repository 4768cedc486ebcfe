/** Newton's method for quantiles, on scales where a distribution function is log-concave and it can not go astray. */
import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";

/** A tail probability and the size of its derivative with respect to the logarithm of the argument. */
export interface TailValue {
  readonly probability: number;
  readonly slope: number;
}

/** Far more than Newton's method or halving a bracket of doubles needs. */
const STEPS_AT_MOST = 300;
/** Newton's error after a step is of the order of its square, here below double precision. */
const LAST_STEP = 1e-10;
/** Factor by which to look further while the root is bracketed on one side only. */
const STRIDE = 16;

/**
 * The positive number at which a tail has the wanted probability.
 *
 * With u = ln x, ln tail(u) is concave for the distributions used here (gamma in x, beta in the odds), so Newton's steps
 * approach the root from one side after the first. Where the tail underflows, the bracket is halved instead.
 *
 * @param tail    the tail at x > 0; it grows with x if `side` is 1 and shrinks if it is −1
 * @param side    1 for a lower tail, −1 for an upper one
 * @param wanted  probability in (0, 1)
 * @param start   a guess, > 0
 */
export function solveLogTail(
  tail: (x: number) => TailValue,
  side: 1 | -1,
  wanted: number,
  start: number,
): number {
  let x = start;
  let low = 0;
  let high = Infinity;
  for (let count = 0; count < STEPS_AT_MOST; count++) {
    const value = tail(x);
    const isLow = value.probability < wanted === (side === 1);
    if (isLow) low = x;
    else high = x;
    const step = side * newtonStep(value, wanted);
    let next = x * exp(step);
    if (Math.abs(step) < LAST_STEP) return next;
    if (!(next > low && next < high)) {
      if (low > 0 && high < Infinity) next = Math.sqrt(low) * Math.sqrt(high);
      else next = isLow ? x * STRIDE : x / STRIDE;
    }
    if (next === x || next === 0 || next === Infinity) return next;
    x = next;
  }
  return x;
}

/** (ln wanted − ln probability) / (d ln probability / du); NaN where the tail underflows. */
function newtonStep({ probability, slope }: TailValue, wanted: number): number {
  if (!(probability > 0 && slope > 0)) return NaN;
  const miss = (probability - wanted) / wanted;
  const logMiss = Math.abs(miss) < 1e-5 ? miss - 0.5 * miss * miss : log(probability / wanted);
  return (-logMiss * probability) / slope;
}
