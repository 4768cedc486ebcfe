/** The quantile function of the beta distribution. */
import { exp } from "../../elementary/exp.js";
import { log } from "../../elementary/log.js";
import { betaTails } from "./beta-tails.js";
import { gammaQuantile } from "../gamma/gamma-quantile.js";
import { logBeta } from "./log-beta.js";
import { normalQuantile } from "../normal/normal-quantile.js";
import { solveLogTail } from "../solve-log-tail.js";

/**
 * The number that a Beta(a, b) variable stays below with the given probability; the inverse of `incompleteBeta`.
 *
 * Relative error ≤ 1e-12 where the probability is not within 1e-3 of 1; there what 1 − probability loses comes on top.
 *
 * @param probability  in [0, 1]
 * @param a            shape > 0
 * @param b            shape > 0
 * @returns quantile in [0, 1]; NaN outside the domain
 * @example
 * betaQuantile(0.5, 2, 3); // => 0.3857275681323896
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1 && a > 0 && b > 0 && a < Infinity && b < Infinity)) return NaN;
  if (probability === 0 || probability === 1) return probability;
  if (probability <= 0.5) {
    const odds = betaQuantileOdds(probability, a, b);
    return odds / (1 + odds);
  }
  return 1 / (1 + betaQuantileOdds(1 - probability, b, a));
}

/**
 * x / (1 − x) at the quantile x, which keeps both ends accurate.
 *
 * @param probability  in (0, ½]
 */
export function betaQuantileOdds(probability: number, a: number, b: number): number {
  // I(x) ≤ odds^a / (a B(a, b)), so this start is never above the root.
  const below = exp((log(probability) + log(a) + logBeta(a, b)) / a);
  const start = a > 1 ? Math.max(below, startBelowMean(probability, a, b)) : below;
  if (start === 0) return 0;
  const lower = (odds: number) => {
    const tails = betaTails(odds / (1 + odds), 1 / (1 + odds), a, b);
    return { probability: tails.lower, slope: tails.slope };
  };
  return solveLogTail(lower, 1, probability, start);
}

/**
 * Odds at the quantile for a > 1: from a normal approximation (Abramowitz & Stegun 26.5.22) if b > 1, else from
 * (a − ½)(1 − x) being nearly a Gamma(b) variable.
 */
function startBelowMean(probability: number, a: number, b: number): number {
  if (b <= 1) return (a - 0.5) / gammaQuantile(1 - probability, b);
  const z = -normalQuantile(probability);
  const lambda = (z * z - 3) / 6;
  const inverseA = 1 / (2 * a - 1);
  const inverseB = 1 / (2 * b - 1);
  const h = 2 / (inverseA + inverseB);
  const w =
    (z * Math.sqrt(Math.max(0, h + lambda))) / h - (inverseB - inverseA) * (lambda + 5 / 6 - 2 / (3 * h));
  return (a / b) * exp(-2 * w);
}
