/** Both tails of the gamma distribution, each accurate where it is the smaller one. */
import { exp } from "../../elementary/exp.js";
import { log } from "../../elementary/log.js";
import { continuedFraction } from "../continued-fraction.js";
import { log1pMinus } from "./log1p-minus.js";
import { logGamma } from "./log-gamma.js";
import { STIRLING_FROM, stirlingCorrection } from "./stirling-correction.js";

const TWO_PI = 6.283185307179586;
const PRECISION = 1.1e-16;

/** Regularised incomplete gamma functions P and Q, and the slope x · dP/dx. */
interface GammaTails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/**
 * P(shape, x), Q(shape, x) = 1 − P and x · dP/dx: the power series below shape + 1, Lentz's continued fraction above.
 * Both need about 9 · √shape terms near x = shape.
 *
 * @param x      number > 0, finite
 * @param shape  number > 0, finite
 * @source press2007
 */
export function gammaTails(x: number, shape: number): GammaTails {
  const mass = gammaMass(x, shape);
  if (x < shape + 1 && (x < 1 || shape >= 1)) {
    const lower = mass * powerSeries(x, shape);
    return { lower, upper: 1 - lower, slope: mass * shape };
  }
  const upper = mass * shape * upperSeries(x, shape);
  return { lower: 1 - upper, upper, slope: mass * shape };
}

/** x^shape · e^(−x) / Γ(shape + 1); for large shapes from the distance to the mode, so that nothing large cancels. */
function gammaMass(x: number, shape: number): number {
  if (shape < STIRLING_FROM) return exp(shape * log(x) - x - logGamma(shape + 1));
  return exp(logShapeOfMass(x, shape)) / Math.sqrt(TWO_PI * shape);
}

/** ln(x^shape · e^(−x) / Γ(shape + 1)), which for a whole shape is the Poisson probability of that count. */
export function logGammaMass(x: number, shape: number): number {
  if (shape < STIRLING_FROM) return shape * log(x) - x - logGamma(shape + 1);
  return logShapeOfMass(x, shape) - 0.5 * log(TWO_PI * shape);
}

/** ln of the mass times √(2π · shape), for shapes ≥ STIRLING_FROM. */
function logShapeOfMass(x: number, shape: number): number {
  const distance = (x - shape) / shape;
  const logDensity = Math.abs(distance) < 0.5 ? log1pMinus(distance) : log(x / shape) - distance;
  return shape * logDensity - stirlingCorrection(shape);
}

/** 1 + x / (shape + 1) + x² / ((shape + 1)(shape + 2)) + … */
function powerSeries(x: number, shape: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; term > total * PRECISION; n++) {
    term *= x / (shape + n);
    total += term;
  }
  return total;
}

/** Q · Γ(shape) / (x^shape e^(−x)) = 1 / (x + 1 − a − 1·(1 − a) / (x + 3 − a − 2·(2 − a) / (x + 5 − a − …))), a = shape. */
function upperSeries(x: number, shape: number): number {
  return (
    1 /
    continuedFraction(
      (n) => n * (shape - n),
      (n) => x + 1 - shape + 2 * n,
    )
  );
}
