/** The metric that brings draws and gradients together nearest to N(0, I), as a diagonal and stretches along directions. */
import { cholesky, dot, solveLowerTransposed, symmetricEigen, thinQr } from "@mmm/numerics/linear-algebra";
import { makeCorrection } from "../hamiltonian/correction.js";
import type { Metric } from "../hamiltonian/metric.js";

/** How much of the fit is kept. */
export interface FisherFit {
  /** Directions whose variance differs from the rest's by less than this factor are left as they are; ≥ 1. */
  readonly cutoff: number;
  /** At most; those furthest from the rest are kept. */
  readonly mostDirections: number;
}

/** A stretch by less than √2 saves less than its cost; a hundred directions cost as much as a model of middle size. */
export const lowRankFit: FisherFit = { cutoff: 2, mostDirections: 100 };
export const denseFit: FisherFit = { cutoff: 1, mostDirections: Infinity };

/** Weight of the prior Σ = I against the sum of squares of the draws: only unseen directions are to feel it. */
const priorWeight = 1e-5;
/** With more draws than parameters no direction is unseen, and the prior would only keep the fit from being exact. */
const seenPriorWeight = 1e-12;

/** Of Lᵀ X L: X and G are the identity plus something positive, so no eigenvalue of their product is below 1. */
const leastProduct = 1;

/** Eigenvalues of larger matrices would take longer than the transitions that they are to shorten. */
const largestBasis = 256;

/** The draws of a window in coordinates of equal scale, centred. */
interface Standardized {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** scale ⊙ mean gradient */
  readonly pull: Float64Array;
  /** [draw][coordinate] */
  readonly positions: readonly Float64Array[];
  readonly gradients: readonly Float64Array[];
}

/**
 * Minimises the Fisher divergence E‖∇ log p(y) + y‖² over maps x = mean + scale ⊙ A y. After each coordinate is scaled by
 * (var x / var g)^¼, the covariance Σ = A² is the geometric mean of the draws' covariance and the inverse of the gradients',
 * in the space that both span (the identity elsewhere):
 *
 *     Σ C_g Σ = C_x,     C = (Σ z zᵀ) / γ + I,   γ = 1e-5 (1e-12 with more draws than parameters)
 *
 * Of its eigenvalues those beyond `cutoff` times their median are kept; the median goes into the scale.
 *
 * @returns undefined where the draws give no finite answer
 * @source seyboldt2026
 */
export function fitFisherMetric(
  positions: readonly Float64Array[],
  gradients: readonly Float64Array[],
  fit: FisherFit,
): Metric | undefined {
  const dimension = positions[0].length;
  const draws = dimension > largestBasis ? largestBasis / 2 : positions.length;
  const standardized = standardize(positions.slice(-draws), gradients.slice(-draws));
  if (standardized === undefined) return undefined;
  const basis =
    2 * standardized.positions.length < dimension
      ? thinQr([...standardized.positions, ...standardized.gradients]).directions
      : undefined;
  const weight = standardized.positions.length > dimension ? seenPriorWeight : priorWeight;
  const covariance = geometricMean(
    secondMoments(standardized.positions, basis, weight),
    secondMoments(standardized.gradients, basis, weight),
    leastProduct,
  );
  if (covariance === undefined || !covariance.every(Number.isFinite)) return undefined;
  return assemble(standardized, basis, covariance, fit);
}

/** The diagonal metric of the same draws, as `updateFisherMetric` sets it; undefined where they give no finite answer. */
export function fitDiagonalMetric(
  positions: readonly Float64Array[],
  gradients: readonly Float64Array[],
): Metric | undefined {
  const standardized = standardize(positions, gradients);
  if (standardized === undefined) return undefined;
  const { mean, scale, pull } = standardized;
  return { mean: mean.map((value, i) => value + scale[i] * pull[i]), scale };
}

function standardize(
  positions: readonly Float64Array[],
  gradients: readonly Float64Array[],
): Standardized | undefined {
  const [mean, spread] = momentsOf(positions);
  const [meanGradient, gradientSpread] = momentsOf(gradients);
  const variance = spread.map((square, i) => Math.sqrt(square / gradientSpread[i]));
  if (!variance.every((value) => value > 0 && value < Infinity)) return undefined;
  const scale = variance.map(Math.sqrt);
  return {
    mean,
    scale,
    pull: meanGradient.map((g, i) => g * scale[i]),
    positions: positions.map((x) => x.map((value, i) => (value - mean[i]) / scale[i])),
    gradients: gradients.map((g) => g.map((value, i) => (value - meanGradient[i]) * scale[i])),
  };
}

/** Means and sums of squared deviations. */
function momentsOf(rows: readonly Float64Array[]): readonly [Float64Array, Float64Array] {
  const mean = new Float64Array(rows[0].length);
  const squares = new Float64Array(mean.length);
  for (const row of rows) for (let i = 0; i < mean.length; i++) mean[i] += row[i] / rows.length;
  for (const row of rows) {
    for (let i = 0; i < mean.length; i++) {
      const deviation = row[i] - mean[i];
      squares[i] += deviation * deviation;
    }
  }
  return [mean, squares];
}

/** (Σ z zᵀ) / γ + I of the rows' coordinates in the basis. */
function secondMoments(
  rows: readonly Float64Array[],
  basis: readonly Float64Array[] | undefined,
  weight: number,
): Float64Array {
  const size = basis === undefined ? rows[0].length : basis.length;
  const moments = new Float64Array(size * size);
  for (const row of rows) {
    const z = basis === undefined ? row : Float64Array.from(basis, (direction) => dot(direction, row));
    for (let i = 0; i < size; i++) {
      const factor = z[i] / weight;
      for (let j = 0; j <= i; j++) moments[i * size + j] += factor * z[j];
    }
  }
  for (let i = 0; i < size; i++) {
    moments[i * size + i] += 1;
    for (let j = 0; j < i; j++) moments[j * size + i] = moments[i * size + j];
  }
  return moments;
}

/**
 * Σ with Σ G Σ = X, for symmetric positive definite X and G. With G = L Lᵀ and Lᵀ X L = V D Vᵀ it is
 * L⁻ᵀ V D^½ Vᵀ L⁻¹ = B Bᵀ, B = L⁻ᵀ V D^¼.
 *
 * @param least  below which no element of D can be; where the largest is 10¹⁶ times as large, rounding puts some there, and
 *               without this bound the mean would have lost the directions that neither matrix has seen
 */
export function geometricMean(x: Float64Array, g: Float64Array, least = 0): Float64Array | undefined {
  const size = Math.round(Math.sqrt(x.length));
  const lower = cholesky(g);
  if (lower === undefined || !x.every(Number.isFinite)) return undefined;
  const { values, vectors } = symmetricEigen(congruence(lower, x, size));
  const columns = new Float64Array(x.length);
  for (let k = 0; k < size; k++) {
    const root = Math.sqrt(Math.sqrt(Math.max(values[k], least)));
    for (let i = 0; i < size; i++) columns[i * size + k] = vectors[k * size + i] * root;
  }
  const b = solveLowerTransposed(lower, columns);
  const mean = new Float64Array(x.length);
  for (let i = 0; i < size; i++) {
    const row = b.subarray(i * size, (i + 1) * size);
    for (let j = 0; j <= i; j++) {
      mean[i * size + j] = dot(row, b.subarray(j * size, (j + 1) * size));
      mean[j * size + i] = mean[i * size + j];
    }
  }
  return mean;
}

/** Lᵀ X L, row by row, L lower triangular. */
function congruence(lower: Float64Array, x: Float64Array, size: number): Float64Array {
  const right = multiplyByLower(x, lower, size); // X L
  const product = new Float64Array(x.length);
  for (let k = 0; k < size; k++) {
    const from = right.subarray(k * size, (k + 1) * size);
    for (let i = 0; i <= k; i++) {
      const factor = lower[k * size + i];
      const to = product.subarray(i * size, (i + 1) * size);
      for (let j = 0; j < size; j++) to[j] += factor * from[j];
    }
  }
  return product;
}

function multiplyByLower(x: Float64Array, lower: Float64Array, size: number): Float64Array {
  const product = new Float64Array(x.length);
  for (let i = 0; i < size; i++) {
    const to = product.subarray(i * size, (i + 1) * size);
    for (let k = 0; k < size; k++) {
      const factor = x[i * size + k];
      for (let j = 0; j <= k; j++) to[j] += factor * lower[k * size + j];
    }
  }
  return product;
}

function assemble(
  standardized: Standardized,
  basis: readonly Float64Array[] | undefined,
  covariance: Float64Array,
  { cutoff, mostDirections }: FisherFit,
): Metric | undefined {
  const { mean, scale: rowScale, pull } = standardized;
  const { values, vectors } = symmetricEigen(covariance);
  const dimension = mean.length;
  const size = values.length;
  const unseen = new Float64Array(dimension - size).fill(1);
  const centre = Float64Array.of(...values, ...unseen).sort()[dimension >> 1];
  const extremity = (k: number): number => Math.max(values[k] / centre, centre / values[k]);
  if (!values.every((value) => value > 0) || !(centre < Infinity)) return undefined;
  const kept = Array.from(values.keys())
    .filter((k) => extremity(k) > cutoff)
    .sort((a, b) => extremity(b) - extremity(a) || a - b)
    .slice(0, mostDirections);
  const directions = new Float64Array(kept.length * dimension);
  kept.forEach((k, row) => {
    const direction = directions.subarray(row * dimension, (row + 1) * dimension);
    const vector = vectors.subarray(k * size, (k + 1) * size);
    if (basis === undefined) direction.set(vector);
    else basis.forEach((axis, j) => axis.forEach((value, i) => (direction[i] += vector[j] * value)));
  });
  const variances = Float64Array.from(kept, (k) => values[k] / centre);
  const scale = rowScale.map((value) => value * Math.sqrt(centre));
  const shift = pull.map((value) => value * centre); // the optimal mean is x̄ + Σ ḡ
  variances.forEach((variance, row) => {
    const direction = directions.subarray(row * dimension, (row + 1) * dimension);
    const along = (variance - 1) * dot(direction, pull) * centre;
    for (let i = 0; i < dimension; i++) shift[i] += along * direction[i];
  });
  return {
    mean: mean.map((value, i) => value + rowScale[i] * shift[i]),
    scale,
    correction: kept.length === 0 ? undefined : makeCorrection(directions, variances.map(Math.sqrt)),
  };
}
