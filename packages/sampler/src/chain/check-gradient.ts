/** Whether a density's gradient is that of its value: compared with finite differences at one point. */
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import type { LogDensity } from "../target.js";

/** 2⁻¹⁷ ≈ ε^(1/3): where the error of central differences, step² from curvature and ε/step from rounding, is least. */
const relativeStep = 2 ** -17;

/** Relative. Differences of a smooth density are good to 1e-9; a wrong gradient is wrong by a factor or a term. */
const tolerance = 1e-4;

/** Units in the last place by which two values of a density with many terms may be off. */
const roundings = 64 * 2 ** -52;

export interface GradientCheck {
  readonly evaluations: number;
  /** Names the worst coordinate, if one is wrong. */
  readonly failed?: string;
}

/**
 * Compares the gradient at a point with central differences in every coordinate:
 *
 *     |g − d| ≤ 1e-4 · max(1, |g|, |d|) + rounding,     d = (log p(x + h) − log p(x − h)) / 2h,     h = 2⁻¹⁷ max(1, |x|)
 *
 * Coordinates whose neighbours lie outside the support are passed over. `point` is left as it is.
 */
export function checkGradientAt(density: LogDensity, point: PhasePoint): GradientCheck {
  const { gradient, position, logDensity } = point;
  let worst = -1;
  let worstExcess = 0;
  let worstDifference = NaN;
  let wrong = 0;
  for (let i = 0; i < position.length; i++) {
    const { slope, step } = differenceAt(density, position, i);
    if (!Number.isFinite(slope)) continue;
    const allowed =
      tolerance * Math.max(1, Math.abs(gradient[i]), Math.abs(slope)) +
      (roundings * Math.abs(logDensity)) / step;
    const excess = Math.abs(gradient[i] - slope) / allowed;
    if (excess > 1) wrong++;
    if (excess > Math.max(1, worstExcess)) {
      worst = i;
      worstExcess = excess;
      worstDifference = slope;
    }
  }
  const evaluations = 2 * position.length;
  if (wrong === 0) return { evaluations };
  const name = density.parameterNames?.[worst];
  const place = name === undefined ? `gradient[${worst}]` : `gradient[${worst}] (${name})`;
  return {
    evaluations,
    failed:
      `checkGradient: the gradient must agree with finite differences, got ${place} = ${gradient[worst]} where they give ${worstDifference}, ` +
      `the worst of ${wrong} of ${position.length}. Correct the target's gradient.`,
  };
}

function differenceAt(
  density: LogDensity,
  position: Float64Array,
  i: number,
): { slope: number; step: number } {
  const moved = position.slice();
  const gradient = new Float64Array(position.length);
  const step = relativeStep * Math.max(1, Math.abs(position[i]));
  const high = (moved[i] = position[i] + step);
  const above = density.evaluate(moved, gradient);
  const low = (moved[i] = position[i] - step);
  const below = density.evaluate(moved, gradient);
  return { slope: (above - below) / (high - low), step };
}
