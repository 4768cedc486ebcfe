import { drawNormal, randomStream } from "@mmm/numerics";
import { thinQr } from "@mmm/numerics/linear-algebra";
import { expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import { applyCorrection, makeCorrection, undoCorrection } from "./correction.js";
import type { Correction } from "./correction.js";
import { leapfrog } from "./leapfrog.js";
import { whiten } from "./metric.js";
import { makePhasePoints } from "./phase-point.js";

const stream = randomStream("correction");
const vectorOf = (length: number): Float64Array => Float64Array.from({ length }, () => drawNormal(stream));

function someCorrection(dimension: number, rank: number): Correction {
  const { directions } = thinQr(Array.from({ length: rank }, () => vectorOf(dimension)));
  const stretches = vectorOf(rank).map((value) => 0.3 + value * value);
  return makeCorrection(Float64Array.from(directions.flatMap((row) => [...row])), stretches);
}

test.each([1, 2, 5, 6])("of rank %i: undoing what was applied gives the vector back", (rank) => {
  const correction = someCorrection(6, rank);
  const vector = vectorOf(6);
  const there = vector.slice();
  applyCorrection(correction, there);
  undoCorrection(correction, there);
  for (let i = 0; i < 6; i++) expect(there[i]).toBeCloseTo(vector[i], 13);
});

test("the matrix of many directions does what the directions do", () => {
  const { matrix, ...directions } = someCorrection(7, 5);
  expect(matrix).toHaveLength(49);
  const vector = vectorOf(7);
  const [one, other] = [vector.slice(), vector.slice()];
  applyCorrection({ ...directions, ...(matrix === undefined ? {} : { matrix }) }, one);
  applyCorrection(directions, other);
  for (let i = 0; i < 7; i++) expect(one[i]).toBeCloseTo(other[i], 13);
});

test("a leapfrog step with directions is reversible, and is that of the full affine map", () => {
  const dimension = 6;
  const density: LogDensity = {
    dimension,
    evaluate(x, g) {
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        g[i] = -(x[i] ** 3) - (i + 1) * x[i];
        value += -0.25 * x[i] ** 4 - 0.5 * (i + 1) * x[i] * x[i];
      }
      return value;
    },
  };
  const scale = vectorOf(dimension).map((value) => 0.2 + Math.abs(value));
  const metric = { mean: vectorOf(dimension), scale, correction: someCorrection(dimension, 2) };
  const [from, to, back] = makePhasePoints(3, dimension);
  from.position.set(vectorOf(dimension));
  from.velocity.set(vectorOf(dimension));
  density.evaluate(from.position, from.gradient);
  whiten(metric, from);
  leapfrog(density, metric, from, to, 0.1);
  leapfrog(density, metric, to, back, -0.1);
  const along = vectorOf(dimension);
  const moved = Float64Array.from(to.whitened);
  applyCorrection(metric.correction, moved);
  const pulled = along.slice();
  applyCorrection(metric.correction, pulled);
  let [left, right] = [0, 0]; // ⟨gradient, scale ⊙ A along⟩ = ⟨force, along⟩
  for (let i = 0; i < dimension; i++) {
    expect(back.whitened[i]).toBeCloseTo(from.whitened[i], 12);
    expect(back.velocity[i]).toBeCloseTo(from.velocity[i], 12);
    expect(to.position[i]).toBeCloseTo(metric.mean[i] + scale[i] * moved[i], 13);
    left += to.gradient[i] * scale[i] * pulled[i];
    right += to.force[i] * along[i];
  }
  expect(left).toBeCloseTo(right, 11);
});
