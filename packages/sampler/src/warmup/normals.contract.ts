/** Exact draws and gradients of multivariate normals, for tests of metrics. */
import { drawNormal, randomStream } from "@mmm/numerics";
import { cholesky, choleskySolve } from "@mmm/numerics/linear-algebra";
import type { LogDensity } from "../target.js";

export interface NormalDraws {
  readonly positions: Float64Array[];
  readonly gradients: Float64Array[];
}

/** `count` draws of N(mean, covariance), with the gradients of its log density. */
export function drawNormals(
  mean: Float64Array,
  covariance: Float64Array,
  count: number,
  seed: string,
): NormalDraws {
  const dimension = mean.length;
  const lower = cholesky(covariance)!;
  const stream = randomStream(seed);
  const positions = Array.from({ length: count }, () => {
    const z = Float64Array.from(mean, () => drawNormal(stream));
    return mean.map((m, i) => {
      let value = m;
      for (let j = 0; j <= i; j++) value += lower[i * dimension + j] * z[j];
      return value;
    });
  });
  const gradients = positions.map((x) =>
    choleskySolve(
      lower,
      x.map((value, i) => mean[i] - value),
    ),
  );
  return { positions, gradients };
}

/** sd² ((1 − ρ) I + ρ 1 1ᵀ) with deviations from 0.01 to 100. */
export function equicorrelated(dimension: number, correlation: number): Float64Array {
  const deviation = Float64Array.from({ length: dimension }, (_, i) => [0.01, 100, 1, 3, 0.2][i % 5]);
  return Float64Array.from({ length: dimension * dimension }, (_, k) => {
    const [i, j] = [Math.floor(k / dimension), k % dimension];
    return deviation[i] * deviation[j] * (i === j ? 1 : correlation);
  });
}

/** A standard normal with the same correlation between all parameters. */
export function equicorrelatedDensity(dimension: number, correlation: number): LogDensity {
  const own = 1 / (1 - correlation);
  const shared = correlation / ((1 - correlation) * (1 + (dimension - 1) * correlation));
  return {
    dimension,
    evaluate(x, g) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += x[i];
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        g[i] = shared * sum - own * x[i];
        value += x[i] * g[i];
      }
      return 0.5 * value;
    },
  };
}
