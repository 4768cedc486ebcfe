/** The logarithm of the beta function. */
import { log } from "../../elementary/log.js";
import { log1p } from "../../elementary/log1p.js";
import { logGamma } from "../gamma/log-gamma.js";
import { STIRLING_FROM, stirlingCorrection } from "../gamma/stirling-correction.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ln B(a, b), where B(a, b) = ∫₀¹ t^(a−1) (1−t)^(b−1) dt = Γ(a) Γ(b) / Γ(a + b).
 *
 * Large arguments go through Stirling's corrections, so that nothing large cancels. Error ≤ 1e-14 · max(1, |ln B|).
 *
 * @param a  shape > 0
 * @param b  shape > 0
 * @returns ln B(a, b); NaN if a shape is not > 0
 * @example
 * logBeta(1, 1); // => 0
 * logBeta(2, 3); // => -2.4849066497880004
 */
export function logBeta(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return NaN;
  const small = a < b ? a : b;
  const large = a < b ? b : a;
  if (large < STIRLING_FROM) return logGamma(small) + (logGamma(large) - logGamma(small + large));
  if (small < STIRLING_FROM) return logGamma(small) + logGammaRatio(small, large);
  const ratio = small / large;
  const correction =
    stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large);
  return (
    HALF_LOG_TWO_PI -
    0.5 * log(large) +
    correction +
    (small - 0.5) * log(ratio / (1 + ratio)) -
    large * log1p(ratio)
  );
}

/** ln Γ(large) − ln Γ(small + large) for large ≥ STIRLING_FROM. */
function logGammaRatio(small: number, large: number): number {
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large);
  return correction - (large + small - 0.5) * log1p(small / large) - small * (log(large) - 1);
}
