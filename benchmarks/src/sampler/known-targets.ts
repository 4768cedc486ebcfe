/** Targets in many dimensions whose moments are known: they show what a metric is worth. */

import { drawNormal, exp, randomStream } from "@mmm/numerics";
import type { LogDensity } from "@mmm/sampler";
import type { BenchTarget } from "./target.js";

function independent(precisions: Float64Array): LogDensity {
  return {
    dimension: precisions.length,
    evaluate(x, g) {
      let value = 0;
      for (let i = 0; i < precisions.length; i++) {
        g[i] = -precisions[i]! * x[i]!;
        value += x[i]! * g[i]!;
      }
      return 0.5 * value;
    },
  };
}

/** x ~ N(0, D + F Fᵀ)⁻¹ written by its precision: diagonal plus the outer products of the rows of `factors`. */
function lowRankPrecision(diagonal: Float64Array, factors: readonly Float64Array[]): LogDensity {
  return {
    dimension: diagonal.length,
    evaluate(x, g) {
      for (let i = 0; i < x.length; i++) g[i] = -diagonal[i]! * x[i]!;
      for (const factor of factors) {
        let along = 0;
        for (let i = 0; i < x.length; i++) along += factor[i]! * x[i]!;
        for (let i = 0; i < x.length; i++) g[i]! -= along * factor[i]!;
      }
      let value = 0;
      for (let i = 0; i < x.length; i++) value += x[i]! * g[i]!;
      return 0.5 * value;
    },
  };
}

/** All correlations ρ: precision (I − c 1 1ᵀ) / (1 − ρ), c = ρ / (1 + (d − 1) ρ). */
function equicorrelated(dimension: number, rho: number): LogDensity {
  const [own, shared] = [1 / (1 - rho), rho / ((1 - rho) * (1 + (dimension - 1) * rho))];
  return {
    dimension,
    evaluate(x, g) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += x[i]!;
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        g[i] = shared * sum - own * x[i]!;
        value += x[i]! * g[i]!;
      }
      return 0.5 * value;
    },
  };
}

/** Stationary x[t] = φ x[t − 1] + √(1 − φ²) ε. */
function autoregressive(dimension: number, phi: number): LogDensity {
  const precision = 1 / (1 - phi * phi);
  return {
    dimension,
    evaluate(x, g) {
      let value = -0.5 * x[0]! * x[0]!;
      g[0] = -x[0]!;
      for (let t = 1; t < dimension; t++) {
        const residual = x[t]! - phi * x[t - 1]!;
        value -= 0.5 * precision * residual * residual;
        g[t] = -precision * residual;
        g[t - 1]! += precision * phi * residual;
      }
      return value;
    },
  };
}

/** Neal's: w ~ N(0, 3²), the others N(0, e^w). */
function funnel(dimension: number): LogDensity {
  return {
    dimension,
    evaluate(x, g) {
      const precision = exp(-x[0]!);
      let square = 0;
      for (let i = 1; i < dimension; i++) {
        square += x[i]! * x[i]!;
        g[i] = -x[i]! * precision;
      }
      const legs = dimension - 1;
      g[0] = -x[0]! / 9 + 0.5 * square * precision - 0.5 * legs;
      return -0.5 * ((x[0]! * x[0]!) / 9 + square * precision + legs * x[0]!);
    },
  };
}

const spread = (dimension: number): Float64Array =>
  Float64Array.from({ length: dimension }, (_, i) => 10 ** (6 - (12 * i) / (dimension - 1)));

function factors(dimension: number, count: number): Float64Array[] {
  const stream = randomStream("benchmark factors");
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimension }, () => drawNormal(stream)),
  );
}

export const knownTargets: readonly BenchTarget[] = [
  { name: "normal 100", density: () => independent(new Float64Array(100).fill(1)) },
  { name: "normal 1000", density: () => independent(new Float64Array(1000).fill(1)) },
  { name: "equicorrelated 50", density: () => equicorrelated(50, 0.9) },
  { name: "AR(1) 200", density: () => autoregressive(200, 0.99) },
  { name: "ill-conditioned 250", density: () => independent(spread(250)) },
  {
    name: "low rank 500",
    density: () => lowRankPrecision(new Float64Array(500).fill(1), factors(500, 5)),
  },
  { name: "funnel 10", density: () => funnel(10), seeds: 5 },
  { name: "funnel 100", density: () => funnel(100), seeds: 5 },
];
