/** Whether directions beside the diagonal are worth having, judged on draws that neither fit has seen. */
import { fisherDistanceAt, whiten } from "../hamiltonian/metric.js";
import type { Metric } from "../hamiltonian/metric.js";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import type { DrawMemory } from "./draw-memory.js";
import { fitDiagonalMetric, fitFisherMetric, lowRankFit } from "./fit-fisher-metric.js";

/** The newest draws are held out: those next to a training draw would be too like it. */
const trainingShare = 0.7;
const fewestDraws = 40;

/** Moving to low rank wants a clear gain, staying there a smaller one: a metric that goes to and fro helps nobody. */
const gainToMove = 0.7;
const gainToStay = 0.9;

/** Where the diagonal is this near to exact (per parameter), there is nothing to be gained. */
const goodEnough = 0.1;

/** Share of held-out draws that must be nearer to normal, so that a few in the tails do not decide. */
const majority = 0.6;

/**
 * Fits both metrics to the older draws of the foreground and compares the Fisher distances Σ (y + ∇_y log p)² of the newer ones.
 *
 * @param isLowRank  whether the metric has directions now
 */
export function lowRankPays({ positions, gradients }: DrawMemory, isLowRank: boolean): boolean {
  const draws = positions.length;
  if (draws < fewestDraws) return isLowRank;
  const training = Math.floor(trainingShare * draws);
  const older = [positions.slice(0, training), gradients.slice(0, training)] as const;
  const diagonal = fitDiagonalMetric(...older);
  if (diagonal === undefined) return false;
  const distances = heldOutDistances(positions, gradients, training);
  const plain = distances(diagonal);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (sum(plain) < goodEnough * positions[0].length * plain.length) return false;
  const candidate = fitFisherMetric(...older, lowRankFit);
  if (candidate?.correction === undefined) return false;
  const own = distances(candidate);
  const nearer = own.filter((distance, n) => distance < plain[n]).length;
  return sum(own) < (isLowRank ? gainToStay : gainToMove) * sum(plain) && nearer >= majority * own.length;
}

function heldOutDistances(
  positions: readonly Float64Array[],
  gradients: readonly Float64Array[],
  from: number,
): (metric: Metric) => readonly number[] {
  const [point] = makePhasePoints(1, positions[0].length);
  return (metric) =>
    positions.slice(from).map((position, n) => {
      point.position.set(position);
      point.gradient.set(gradients[from + n]);
      whiten(metric, point);
      return fisherDistanceAt(point);
    });
}
