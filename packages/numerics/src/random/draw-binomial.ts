/** Numbers of successes among independent trials. */
import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";
import { log1p } from "../elementary/log1p.js";
import { logBetaMass } from "../special/beta/beta-tails.js";
import { drawTransformed } from "./draw-transformed.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/** From this expected number of successes on rejection is cheaper than counting up, and Hörmann's constants hold. */
const REJECTION_FROM = 10;
/** Counting up from 0 passes this with probability below 1e-60; only rounding could get there. */
const FARTHEST_COUNT = 110;
const MOST_TRIALS = 9007199254740992;

/**
 * A draw from the Bernoulli distribution.
 *
 * @param stream       moved forward by two integers
 * @param probability  of a 1, in [0, 1]
 * @returns 1 or 0
 * @throws {RangeError} for a probability outside [0, 1]
 * @example
 * drawBernoulli(randomStream(1), 1); // => 1
 */
export function drawBernoulli(stream: RandomStream, probability: number): 0 | 1 {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `drawBernoulli: probability must be in [0, 1], got ${probability}. Check what it was computed from.`,
    );
  }
  // Uniform numbers are never 0 or 1, so that 0 and 1 are certain.
  return drawUniform(stream) < probability ? 1 : 0;
}

/**
 * A draw from the binomial distribution, exact up to rounding: by counting up the probabilities where fewer than ten
 * successes (or failures) are expected, else by Hörmann's transformed rejection with squeeze (BTRS), whose cost does not
 * grow with the number of trials.
 *
 * @param stream       moved forward by two integers where few successes are expected, by about five otherwise
 * @param trials       integer from 0 to 2^53
 * @param probability  of success in each trial, in [0, 1]
 * @returns number of successes, an integer from 0 to `trials`
 * @throws {RangeError} for any other number of trials or probability
 * @source hormann1993
 * @example
 * drawBinomial(randomStream(1), 20, 1); // => 20
 * drawBinomial(randomStream(1), 1e9, 0.5) > 4.99e8; // => true
 */
export function drawBinomial(stream: RandomStream, trials: number, probability: number): number {
  if (!(trials >= 0 && trials <= MOST_TRIALS && Math.floor(trials) === trials)) {
    throw new RangeError(
      `drawBinomial: trials must be an integer from 0 to 2^53, got ${trials}. Pass how often is tried.`,
    );
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `drawBinomial: probability must be in [0, 1], got ${probability}. Check what it was computed from.`,
    );
  }
  if (probability > 0.5) return trials - drawRare(stream, trials, 1 - probability);
  return drawRare(stream, trials, probability);
}

/** For probabilities of at most ½. */
function drawRare(stream: RandomStream, trials: number, probability: number): number {
  if (trials === 0 || probability === 0) return 0;
  if (trials * probability < REJECTION_FROM) return countUp(stream, trials, probability);
  return drawLarge(stream, trials, probability);
}

/** Inversion: subtracts the probabilities of 0, 1, 2, … from a uniform number until it is used up. */
function countUp(stream: RandomStream, trials: number, probability: number): number {
  const none = exp(trials * log1p(-probability));
  const odds = probability / (1 - probability);
  const farthest = Math.min(trials, FARTHEST_COUNT);
  for (;;) {
    let rest = drawUniform(stream);
    let chance = none;
    for (let count = 0; count <= farthest; count++) {
      if (rest <= chance) return count;
      rest -= chance;
      chance *= (odds * (trials - count)) / (count + 1);
    }
  }
}

/** BTRS with Hörmann's constants; probabilities relative to that of the mode. */
function drawLarge(stream: RandomStream, trials: number, probability: number): number {
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const logMass = (count: number): number =>
    count > trials ? -Infinity : logBetaMass(probability, 1 - probability, count + 1, trials - count + 1);
  const mode = logMass(Math.floor((trials + 1) * probability));
  const hat = {
    a: -0.0873 + 0.0248 * b + 0.01 * probability,
    b,
    centre: trials * probability + 0.5,
    squeeze: 0.92 - 4.2 / b,
    logHeight: log((2.83 + 5.1 / b) * spread),
  };
  return drawTransformed(stream, hat, (count) => logMass(count) - mode);
}
