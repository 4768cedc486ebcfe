/** The von Mises distribution. */

import { cos as cosOf, log as logOf, multiply, subtract } from "@mmm/autodiff";
import { cos, drawUniform, sin } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { findRoot } from "../../find-root.js";
import { logBesselI0 } from "../../special-functions/log-bessel-i0.js";
import { interval } from "../../supports/interval.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

type Parameters = Readonly<Record<"location" | "concentration", number>>;

/**
 * Von Mises distribution: the normal distribution of the circle, for angles and times of the year.
 *
 *     log p(x) = concentration · cos(x − location) − log 2π − log I₀(concentration),   |x − location| < π
 *
 * Parameters: `location` (μ), any angle in radians, mean and mode; `concentration` (κ), > 0: near 0 all angles are equally
 * likely, large ones leave a normal distribution with variance 1 / concentration. Mean and standard deviation are those of
 * the angle cut open opposite the location.
 *
 * @source abramowitz1964
 */
export const vonMises: Distribution<"location" | "concentration"> = {
  kind: "von-mises",
  parameters: {
    location: { meaning: "mean angle in radians", support: real },
    concentration: { meaning: "closeness to the mean angle", support: positive },
  },
  support: ({ location }) => interval(location - Math.PI, location + Math.PI),
  logDensity: (x, { location, concentration }) => {
    const kernel = multiply(concentration, cosOf(subtract(x, location)));
    return subtract(subtract(kernel, logOf(2 * Math.PI)), logBesselI0(concentration));
  },
  draw: (stream, parameters) => vonMises.quantile(drawUniform(stream), parameters),
  mean: ({ location }) => location,
  standardDeviation: ({ concentration }) => {
    const waves = waveHeights(concentration);
    let variance = (Math.PI * Math.PI) / 3;
    for (let k = waves.length - 1; k >= 1; k--) variance += ((k % 2 === 0 ? 4 : -4) * waves[k]!) / (k * k);
    return Math.sqrt(variance);
  },
  quantile: (probability, parameters) => quantileOf(probability, parameters),
  cdf: (x, { location, concentration }) => {
    const angle = Math.min(Math.PI, Math.max(-Math.PI, x - location));
    if (Math.abs(angle) === Math.PI) return angle < 0 ? 0 : 1;
    return cdfOf(angle, waveHeights(concentration));
  },
};

/** I_k(κ) / I₀(κ) for k = 0, 1 …: the Fourier coefficients of the density, by the recurrence that is stable downwards. */
function waveHeights(concentration: number): readonly number[] {
  // I_k / I₀ falls like e^(−k² / 2κ), and faster than (κ/2)^k / k! where that is less.
  const count = 30 + Math.ceil(9 * Math.sqrt(concentration));
  const ratios = new Array<number>(count + 1).fill(0);
  for (let k = count - 1; k >= 1; k--) ratios[k] = 1 / ((2 * k) / concentration + ratios[k + 1]!);
  const heights = [1];
  for (let k = 1; k < count; k++) heights.push(heights[k - 1]! * ratios[k]!);
  return heights;
}

/** ½ + angle / 2π + Σ (I_k / I₀) sin(k · angle) / (kπ), by Clenshaw's recurrence. */
function cdfOf(angle: number, waves: readonly number[]): number {
  const twiceCos = 2 * cos(angle);
  let [next, afterNext] = [0, 0];
  for (let k = waves.length - 1; k >= 1; k--) {
    [next, afterNext] = [waves[k]! / k + twiceCos * next - afterNext, next];
  }
  return Math.min(1, Math.max(0, 0.5 + (0.5 * angle + next * sin(angle)) / Math.PI));
}

function quantileOf(probability: number, { location, concentration }: Parameters): number {
  if (!(probability > 0 && probability < 1)) return location + (probability === 0 ? -Math.PI : Math.PI);
  const waves = waveHeights(concentration);
  const angle = findRoot((at) => cdfOf(at, waves) - probability, 0, Math.PI);
  // Where a rounded cdf never reaches the probability, the end of the circle is nearest.
  return location + (angle ?? (probability < 0.5 ? -Math.PI : Math.PI));
}
