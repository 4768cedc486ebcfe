/** Invariance: moves many chains that start in the posterior, and compares where they end with the posterior itself. */
import { drawNormal, drawUniform, exp, log, normalCdf, randomStream } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { LogDensity } from "../target.js";

/** A posterior that can be drawn from exactly. */
export interface KnownPosterior {
  readonly name: string;
  readonly density: LogDensity;
  readonly draw: (position: Float64Array, stream: RandomStream) => void;
  /** Maps a point to quantities that are standard uniform in the posterior. */
  readonly uniform: (position: Float64Array) => readonly number[];
}

/** A kernel under test: moves `position`, in place. */
export type Kernel = (density: LogDensity) => (position: Float64Array, stream: RandomStream) => void;

const correlation = -0.8;
const rest = 1 - correlation * correlation;

export const slantedNormal: KnownPosterior = {
  name: "a slanted normal",
  density: {
    dimension: 2,
    evaluate(x, g) {
      g[0] = -(x[0] - correlation * x[1]) / rest;
      g[1] = -(x[1] - correlation * x[0]) / rest;
      return 0.5 * (x[0] * g[0] + x[1] * g[1]);
    },
  },
  draw(x, stream) {
    x[0] = drawNormal(stream);
    x[1] = correlation * x[0] + Math.sqrt(rest) * drawNormal(stream);
  },
  // The third is of −2 log p, which is χ² with two degrees of freedom.
  uniform: ([a, b]) => [
    normalCdf(a),
    normalCdf(b),
    exp((-0.5 * (a * a - 2 * correlation * a * b + b * b)) / rest),
  ],
};

/** Neal's funnel with one leg, w ~ N(0, 2²), x ~ N(0, e^w). */
const steepFunnel: KnownPosterior = {
  name: "a steep funnel",
  density: {
    dimension: 2,
    evaluate(x, g) {
      const precision = exp(-x[0]);
      g[0] = -x[0] / 4 + 0.5 * x[1] * x[1] * precision - 0.5;
      g[1] = -x[1] * precision;
      return -0.5 * ((x[0] * x[0]) / 4 + x[1] * x[1] * precision + x[0]);
    },
  },
  draw(x, stream) {
    x[0] = 2 * drawNormal(stream);
    x[1] = exp(x[0] / 2) * drawNormal(stream);
  },
  uniform: (x) => [normalCdf(x[0] / 2), normalCdf(x[1] * exp(-x[0] / 2))],
};

/** A quarter of the mass in a narrow mode at −3. */
const unequalModes: KnownPosterior = {
  name: "two unequal modes",
  density: {
    dimension: 1,
    evaluate(x, g) {
      const narrow = 0.5 * exp(-2 * (x[0] + 3) ** 2);
      const wide = 0.75 * exp(-0.5 * x[0] ** 2);
      g[0] = -(narrow * 4 * (x[0] + 3) + wide * x[0]) / (narrow + wide);
      return log(narrow + wide);
    },
  },
  draw(x, stream) {
    x[0] = drawUniform(stream) < 0.25 ? -3 + 0.5 * drawNormal(stream) : drawNormal(stream);
  },
  uniform: (x) => [0.25 * normalCdf(2 * (x[0] + 3)) + 0.75 * normalCdf(x[0])],
};

export const knownPosteriors = [slantedNormal, steepFunnel, unequalModes];

/**
 * √n times the largest Kolmogorov–Smirnov distance of any quantity, of `chains` chains after `transitions` transitions from
 * exact draws. P(√n D > 2.5) = 2 e^(−12.5) = 7.5e-6 per quantity if the kernel leaves the posterior as it is.
 */
export function distanceAfterMoving(
  { density, draw, uniform }: KnownPosterior,
  kernel: Kernel,
  transitions: number,
  chains: number,
  seed: string,
): number {
  const stream = randomStream("invariance", seed);
  const move = kernel(density);
  const position = new Float64Array(density.dimension);
  const ends = Array.from({ length: chains }, () => {
    draw(position, stream);
    for (let n = 0; n < transitions; n++) move(position, stream);
    return uniform(position);
  });
  return Math.max(...ends[0].map((_, q) => uniformDistance(Float64Array.from(ends, (end) => end[q]))));
}

/** √n times the Kolmogorov–Smirnov distance of the values, which it sorts, from the standard uniform distribution. */
export function uniformDistance(values: Float64Array): number {
  values.sort();
  let distance = 0;
  for (let i = 0; i < values.length; i++) {
    distance = Math.max(distance, (i + 1) / values.length - values[i], values[i] - i / values.length);
  }
  return distance * Math.sqrt(values.length);
}
