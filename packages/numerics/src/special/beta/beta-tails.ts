/** Both tails of the beta distribution, each accurate where it is the smaller one. */
import { exp } from "../../elementary/exp.js";
import { log } from "../../elementary/log.js";
import { log1p } from "../../elementary/log1p.js";
import { continuedFraction } from "../continued-fraction.js";
import { log1pMinus } from "../gamma/log1p-minus.js";
import { logBeta } from "./log-beta.js";
import { STIRLING_FROM, stirlingCorrection } from "../gamma/stirling-correction.js";

const TWO_PI = 6.283185307179586;

/** Regularised incomplete beta functions I and 1 − I, and the slope x(1 − x) · dI/dx. */
interface BetaTails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/**
 * I(x; a, b), its complement and its slope. x and y = 1 − x are both given, so that neither end loses digits.
 * About √max(a, b) steps of the continued fraction are needed near the mean.
 *
 * @param x  number in (0, 1)
 * @param y  1 − x, in (0, 1)
 * @param a  shape > 0
 * @param b  shape > 0
 * @source press2007
 */
export function betaTails(x: number, y: number, a: number, b: number): BetaTails {
  const slope = betaMass(x, y, a, b);
  if (x * (a + b + 2) <= a + 1) {
    const lower = slope / massPerTail(x, y, a, b);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = slope / massPerTail(y, x, b, a);
  return { lower: 1 - upper, upper, slope };
}

/** x^a y^b / B(a, b); for large shapes from the distance to the mean, so that nothing large cancels. */
function betaMass(x: number, y: number, a: number, b: number): number {
  if (a < STIRLING_FROM || b < STIRLING_FROM) return exp(logMassOfSmall(x, y, a, b));
  return Math.sqrt((a / TWO_PI) * (b / (a + b))) * exp(logShapeOfMass(x, y, a, b));
}

/** ln(x^a y^b / B(a, b)), which for whole shapes is, up to a factor, the binomial probability of a − 1 successes. */
export function logBetaMass(x: number, y: number, a: number, b: number): number {
  if (a < STIRLING_FROM || b < STIRLING_FROM) return logMassOfSmall(x, y, a, b);
  return 0.5 * log((a / TWO_PI) * (b / (a + b))) + logShapeOfMass(x, y, a, b);
}

function logMassOfSmall(x: number, y: number, a: number, b: number): number {
  const logX = x < 0.5 ? log(x) : log1p(-y);
  const logY = y < 0.5 ? log(y) : log1p(-x);
  return a * logX + b * logY - logBeta(a, b);
}

/** ln of the mass without the root in front of it, for shapes ≥ STIRLING_FROM. */
function logShapeOfMass(x: number, y: number, a: number, b: number): number {
  const distance = b * x - a * y;
  const exponent =
    a * logRatioMinus(distance / a, x, a / (a + b)) + b * logRatioMinus(-distance / b, y, b / (a + b));
  return exponent + (stirlingCorrection(a + b) - stirlingCorrection(a) - stirlingCorrection(b));
}

/** ln(value / mean) − distance, where value / mean = 1 + distance. */
function logRatioMinus(distance: number, value: number, mean: number): number {
  return Math.abs(distance) < 0.5 ? log1pMinus(distance) : log(value / mean) - distance;
}

/** mass / I(x; a, b), for x at most about the mean: the even part of the usual continued fraction, twice as fast. */
function massPerTail(x: number, y: number, a: number, b: number): number {
  const fromMean = a * y - b * x + 1;
  return continuedFraction(
    (m) => ((a + m - 1) / (a + 2 * m - 1)) * ((a + b + m - 1) / (a + 2 * m - 1)) * m * (b - m) * x * x,
    (m) => {
      const odd = ((a + m) / (a + 2 * m + 1)) * (fromMean + m * (1 + y));
      // At m = 0 the even part is 0, also where a = 1 makes its denominator 0.
      return m === 0 ? odd : odd + m + (m * (b - m) * x) / (a + 2 * m - 1);
    },
  );
}
