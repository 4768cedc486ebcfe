/** Distribution and quantile functions of Student's t. */
import { exp } from "../../elementary/exp.js";
import { log } from "../../elementary/log.js";
import { betaQuantileOdds } from "./beta-quantile.js";
import { betaTails } from "./beta-tails.js";
import { logBeta } from "./log-beta.js";
import { normalCdf } from "../normal/normal-cdf.js";
import { normalQuantile } from "../normal/normal-quantile.js";

/** From here on the difference to the normal distribution is below double precision wherever either is representable. */
const ALMOST_NORMAL = 1e22;

/**
 * The probability that a Student t variable is at most x.
 *
 *     F(x) = ½ I(ν / (ν + x²); ν/2, ½) for x ≤ 0
 *
 * Relative error ≤ 1e-12, in the left tail too.
 *
 * @param x                 any number
 * @param degreesOfFreedom  (ν) > 0; Infinity gives the normal distribution
 * @returns probability in [0, 1]; NaN for ν ≤ 0
 * @example
 * studentTCdf(-1, 1); // => 0.25
 * studentTCdf(0, 5); // => 0.5
 */
export function studentTCdf(x: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || x !== x) return NaN;
  if (degreesOfFreedom > ALMOST_NORMAL) return normalCdf(x);
  if (x === 0) return 0.5;
  const tail = lowerTail(Math.abs(x), degreesOfFreedom);
  return x < 0 ? tail : 1 - tail;
}

/** The probability beyond size > 0 on one side. */
function lowerTail(size: number, degreesOfFreedom: number): number {
  // Divided one after the other, so that a huge square does not overflow before its ratio is taken.
  const ratio = (size / degreesOfFreedom) * size;
  if (ratio === Infinity) return farTail(size, degreesOfFreedom);
  const inside = ratio / (1 + ratio);
  if (inside === 0) return 0.5;
  return 0.5 * betaTails(1 / (1 + ratio), inside, 0.5 * degreesOfFreedom, 0.5).lower;
}

/** The leading term of the tail, size^(−ν) up to a factor, where the square of size overflows. */
function farTail(size: number, degreesOfFreedom: number): number {
  const half = 0.5 * degreesOfFreedom;
  return 0.5 * exp(half * (log(degreesOfFreedom) - 2 * log(size)) - log(half) - logBeta(half, 0.5));
}

/**
 * The number that a Student t variable stays below with the given probability; the inverse of `studentTCdf`.
 *
 * Relative error ≤ 1e-12; beside probability ½ the result keeps its relative precision. Quantiles beyond 1e150 in size,
 * which only ν < 1 has, may come out as ∓Infinity.
 *
 * @param probability       in [0, 1]
 * @param degreesOfFreedom  (ν) > 0; Infinity gives the normal distribution
 * @returns quantile; ∓Infinity at 0 and 1, NaN outside the domain
 * @example
 * studentTQuantile(0.975, 3); // => 3.182446305283709
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability >= 0 && probability <= 1 && degreesOfFreedom > 0)) return NaN;
  if (degreesOfFreedom > ALMOST_NORMAL) return normalQuantile(probability);
  const fromCentre = probability - 0.5;
  if (fromCentre === 0) return 0;
  const size =
    Math.sqrt(degreesOfFreedom) * Math.sqrt(squareOverDegrees(probability, fromCentre, degreesOfFreedom));
  return fromCentre < 0 ? -size : size;
}

/** t² / ν, from the probability between −t and t or from the one beyond, whichever is smaller. */
function squareOverDegrees(probability: number, fromCentre: number, degreesOfFreedom: number): number {
  const between = 2 * Math.abs(fromCentre);
  if (between <= 0.5) return betaQuantileOdds(between, 0.5, 0.5 * degreesOfFreedom);
  const beyond = 2 * (fromCentre < 0 ? probability : 1 - probability);
  return beyond === 0 ? Infinity : 1 / betaQuantileOdds(beyond, 0.5 * degreesOfFreedom, 0.5);
}
