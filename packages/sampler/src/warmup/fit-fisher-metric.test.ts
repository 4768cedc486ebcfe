import { drawNormal, randomStream } from "@mmm/numerics";
import { cholesky, choleskySolve } from "@mmm/numerics/linear-algebra";
import { describe, expect, test } from "vitest";
import { fisherDistanceAt, whiten } from "../hamiltonian/metric.js";
import type { Metric } from "../hamiltonian/metric.js";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import {
  denseFit,
  fitDiagonalMetric,
  fitFisherMetric,
  geometricMean,
  lowRankFit,
} from "./fit-fisher-metric.js";
import { drawNormals, equicorrelated } from "./normals.contract.js";
import type { NormalDraws } from "./normals.contract.js";

function meanFisherDistance(metric: Metric, { positions, gradients }: NormalDraws): number {
  const [point] = makePhasePoints(1, metric.mean.length);
  let total = 0;
  positions.forEach((x, n) => {
    point.position.set(x);
    point.gradient.set(gradients[n]);
    whiten(metric, point);
    total += fisherDistanceAt(point);
  });
  return total / positions.length;
}

/** Σ of a random factor: every correlation is different, and some are negative. */
function someCovariance(dimension: number): Float64Array {
  const stream = randomStream("covariance", dimension);
  const factor = Float64Array.from({ length: dimension * dimension }, () => drawNormal(stream));
  return Float64Array.from({ length: dimension * dimension }, (_, k) => {
    const [i, j] = [Math.floor(k / dimension), k % dimension];
    let total = i === j ? 0.1 : 0;
    for (let l = 0; l < dimension; l++) total += factor[i * dimension + l] * factor[j * dimension + l];
    return total;
  });
}

describe("the Fisher metric with directions", () => {
  test.each([2, 5, 20])(
    "is exact for a normal of %i dimensions after d + 1 draws, its mean included",
    (d) => {
      const mean = Float64Array.from({ length: d }, (_, i) => 10 * (i + 1));
      const covariance = someCovariance(d);
      const { positions, gradients } = drawNormals(mean, covariance, d + 1, "fit");
      const metric = fitFisherMetric(positions, gradients, denseFit)!;
      expect(meanFisherDistance(metric, drawNormals(mean, covariance, 50, "judge"))).toBeLessThan(1e-10);
    },
  );

  test("of low rank finds the one direction of an equicorrelated normal, whatever the scales", () => {
    const mean = new Float64Array(10).fill(-3);
    const covariance = equicorrelated(10, 0.9);
    const { positions, gradients } = drawNormals(mean, covariance, 400, "fit");
    const metric = fitFisherMetric(positions, gradients, lowRankFit)!;
    expect(metric.correction?.rank).toBe(1);
    // √ of the ratio of eigenvalues (1 + 9 · 0.9) / 0.1 = 91; all parameters take part with the same sign.
    expect(metric.correction?.stretches[0]).toBeCloseTo(Math.sqrt(91), 0);
    const signs = new Set(metric.correction!.directions.map(Math.sign));
    expect(signs.size).toBe(1);
    expect(meanFisherDistance(metric, drawNormals(mean, covariance, 200, "judge"))).toBeLessThan(0.1);
  });

  test("keeps nothing but scales where parameters are independent", () => {
    const covariance = equicorrelated(8, 0);
    const { positions, gradients } = drawNormals(new Float64Array(8), covariance, 30, "fit");
    const metric = fitFisherMetric(positions, gradients, lowRankFit)!;
    expect(metric.correction).toBeUndefined();
    for (let i = 0; i < 8; i++) expect(metric.scale[i] / Math.sqrt(covariance[9 * i])).toBeCloseTo(1, 4);
  });

  test("of 300 parameters from 40 draws finds a planted direction in the space that the draws span", () => {
    const d = 300;
    const covariance = Float64Array.from({ length: d * d }, (_, k) => {
      const [i, j] = [Math.floor(k / d), k % d];
      return (i === j ? 1 : 0) + (i < 10 && j < 10 ? 40 : 0);
    });
    const { positions, gradients } = drawNormals(new Float64Array(d), covariance, 40, "fit");
    const metric = fitFisherMetric(positions, gradients, lowRankFit)!;
    const judge = drawNormals(new Float64Array(d), covariance, 50, "judge");
    const diagonal = fitDiagonalMetric(positions, gradients)!;
    expect(meanFisherDistance(metric, judge)).toBeLessThan(0.5 * meanFisherDistance(diagonal, judge));
  });

  // The products of their moments span 10¹⁷: without a bound rounding loses the directions that no draw has seen.
  test("of 300 parameters with five stiff directions is found from 100 draws", () => {
    const d = 300;
    const stream = randomStream("stiff");
    const stiff = Array.from({ length: 5 }, () => Float64Array.from({ length: d }, () => drawNormal(stream)));
    const precision = Float64Array.from({ length: d * d }, (_, k) => {
      const [i, j] = [Math.floor(k / d), k % d];
      return stiff.reduce((sum, factor) => sum + factor[i] * factor[j], i === j ? 1 : 0);
    });
    // x solves P x = g with g ~ N(0, P): then x ~ N(0, P⁻¹), and −g is the gradient at x.
    const lower = cholesky(precision)!;
    const draw = (count: number): NormalDraws => {
      const scores = drawNormals(new Float64Array(d), precision, count, `scores ${count}`).positions;
      return {
        positions: scores.map((g) => choleskySolve(lower, g)),
        gradients: scores.map((g) => g.map((value) => -value)),
      };
    };
    const { positions, gradients } = draw(100);
    const judge = draw(50);
    const metric = fitFisherMetric(positions, gradients, lowRankFit)!;
    const diagonal = fitDiagonalMetric(positions, gradients)!;
    expect(meanFisherDistance(metric, judge)).toBeLessThan(0.5 * meanFisherDistance(diagonal, judge));
  });

  test("gives no answer where a parameter never moves or a gradient is not finite", () => {
    const { positions, gradients } = drawNormals(new Float64Array(3), equicorrelated(3, 0.5), 9, "fit");
    const stuck = positions.map((x) => x.map((value, i) => (i === 1 ? 7 : value)));
    expect(fitFisherMetric(stuck, gradients, denseFit)).toBeUndefined();
    gradients[4][0] = NaN;
    expect(fitFisherMetric(positions, gradients, denseFit)).toBeUndefined();
  });
});

test("the geometric mean of X and G⁻¹ solves Σ G Σ = X", () => {
  const [x, g] = [someCovariance(4), equicorrelated(4, 0.3)];
  const mean = geometricMean(x, g)!;
  const times = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((_, k) => [0, 1, 2, 3].reduce((sum, l) => sum + a[(k >> 2) * 4 + l] * b[l * 4 + (k & 3)], 0));
  const product = times(times(mean, g), mean);
  product.forEach((value, k) => expect(Math.abs(value - x[k])).toBeLessThan(1e-8));
});
