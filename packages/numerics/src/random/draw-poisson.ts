/** Poisson random numbers. */
import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";
import { logGammaMass } from "../special/gamma/gamma-tails.js";
import { drawTransformed } from "./draw-transformed.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/** From here on rejection is cheaper than counting up, and Hörmann's constants hold. */
const REJECTION_FROM = 10;
/** Counting up from 0 passes this with probability below 1e-60 for means below ten; only rounding could get there. */
const FARTHEST_COUNT = 110;

/**
 * A draw from the Poisson distribution, exact up to rounding: by counting up the probabilities for means below ten, else
 * by Hörmann's transformed rejection with squeeze (PTRS), whose cost does not grow with the mean.
 *
 * @param stream  moved forward by two integers for means below ten, by about five above
 * @param mean    finite number ≥ 0
 * @returns a whole number ≥ 0 (beyond 2^53 the nearest double)
 * @throws {RangeError} for a mean that is not a finite number ≥ 0
 * @source hormann1993
 * @example
 * drawPoisson(randomStream(1), 0); // => 0
 * drawPoisson(randomStream(1), 1e6) > 990_000; // => true
 */
export function drawPoisson(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(
      `drawPoisson: mean must be a finite number ≥ 0, got ${mean}. Check what it was computed from.`,
    );
  }
  if (mean === 0) return 0;
  return mean < REJECTION_FROM ? countUp(stream, mean) : drawLargeMean(stream, mean);
}

/** Inversion: subtracts the probabilities of 0, 1, 2, … from a uniform number until it is used up. */
function countUp(stream: RandomStream, mean: number): number {
  const none = exp(-mean);
  for (;;) {
    let rest = drawUniform(stream);
    let probability = none;
    for (let count = 0; count < FARTHEST_COUNT; count++) {
      if (rest <= probability) return count;
      rest -= probability;
      probability *= mean / (count + 1);
    }
  }
}

/** PTRS with Hörmann's constants. */
function drawLargeMean(stream: RandomStream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const hat = {
    a: -0.059 + 0.02483 * b,
    b,
    centre: mean + 0.43,
    squeeze: 0.9277 - 3.6224 / (b - 2),
    logHeight: log(1.1239 + 1.1328 / (b - 3.4)),
  };
  return drawTransformed(stream, hat, (count) => (count === 0 ? -mean : logGammaMass(mean, count)));
}
