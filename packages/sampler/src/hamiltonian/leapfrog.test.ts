import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import { leapfrog } from "./leapfrog.js";
import { whiten } from "./metric.js";
import type { Metric } from "./metric.js";
import { makePhasePoints } from "./phase-point.js";
import type { PhasePoint } from "./phase-point.js";

/** log p = −½ Σ (i + 1) x² − ¼ Σ x⁴ + ½ x₀ x₁: not normal, not separable. */
const quartic: LogDensity = {
  dimension: 3,
  evaluate(x, g) {
    let value = 0.5 * x[0] * x[1];
    for (let i = 0; i < 3; i++) {
      value -= 0.5 * (i + 1) * x[i] ** 2 + 0.25 * x[i] ** 4;
      g[i] = -(i + 1) * x[i] - x[i] ** 3;
    }
    g[0] += 0.5 * x[1];
    g[1] += 0.5 * x[0];
    return value;
  },
};
const metric: Metric = { mean: Float64Array.of(0.3, -1, 2), scale: Float64Array.of(0.5, 2, 1.3) };

function startAt(position: readonly number[], velocity: readonly number[], start: PhasePoint): void {
  start.position.set(position);
  start.logDensity = quartic.evaluate(start.position, start.gradient);
  start.velocity.set(velocity);
  start.energy = 0.5 * velocity.reduce((sum, v) => sum + v * v, 0) - start.logDensity;
  whiten(metric, start);
}

function walk(points: readonly PhasePoint[], from: number, steps: number, step: number): number {
  let here = from;
  for (let n = 0; n < steps; n++) {
    leapfrog(quartic, metric, points[here], points[1 - here], step);
    here = 1 - here;
  }
  return here;
}

const threeNumbers = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
  minLength: 3,
  maxLength: 3,
});

describe("leapfrog", () => {
  test("steps forward and as many backward end where they began, within 1e-12", () => {
    fc.assert(
      fc.property(
        threeNumbers,
        threeNumbers,
        fc.integer({ min: 1, max: 30 }),
        (position, velocity, steps) => {
          const points = makePhasePoints(2, 3);
          startAt(position, velocity, points[0]);
          const there = walk(points, 0, steps, 0.05);
          const back = walk(points, there, steps, -0.05);
          for (let i = 0; i < 3; i++) {
            expect(Math.abs(points[back].position[i] - position[i])).toBeLessThan(1e-12);
            expect(Math.abs(points[back].velocity[i] - velocity[i])).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });

  test("the energy error over a fixed time falls with the square of the step size", () => {
    const errors = [0.02, 0.01, 0.005].map((step) => {
      const points = makePhasePoints(2, 3);
      startAt([0.8, -0.5, 0.4], [1, 0.3, -0.7], points[0]);
      const { energy } = points[0];
      return Math.abs(points[walk(points, 0, Math.round(1 / step), step)].energy - energy);
    });
    expect(Math.log2(errors[0] / errors[1])).toBeCloseTo(2, 1);
    expect(Math.log2(errors[1] / errors[2])).toBeCloseTo(2, 1);
  });

  test("a step keeps the volume of phase space: the determinant of its Jacobian is 1", () => {
    const at = [0.8, -0.5, 0.4, 1, 0.3, -0.7];
    const image = (z: readonly number[]): number[] => {
      const points = makePhasePoints(2, 3);
      // In whitened coordinates: z = (y, v).
      startAt(
        z.slice(0, 3).map((y, i) => metric.mean[i] + metric.scale[i] * y),
        z.slice(3),
        points[0],
      );
      leapfrog(quartic, metric, points[0], points[1], 0.3);
      return [...points[1].whitened, ...points[1].velocity];
    };
    const shift = 1e-5;
    const jacobian = at.map((_, j) => {
      const up = image(at.map((value, i) => (i === j ? value + shift : value)));
      const down = image(at.map((value, i) => (i === j ? value - shift : value)));
      return up.map((value, i) => (value - down[i]) / (2 * shift));
    });
    expect(determinant(jacobian)).toBeCloseTo(1, 7);
  });

  test("the point it writes is consistent: x = mean + scale y, force = scale ⊙ gradient, H = ½ v·v − log p", () => {
    const points = makePhasePoints(2, 3);
    startAt([0.8, -0.5, 0.4], [1, 0.3, -0.7], points[0]);
    leapfrog(quartic, metric, points[0], points[1], -0.2);
    const { position, gradient, whitened, force, velocity, logDensity, energy, index } = points[1];
    const expected = new Float64Array(3);
    expect(quartic.evaluate(position, expected)).toBe(logDensity);
    expect(gradient).toEqual(expected);
    for (let i = 0; i < 3; i++) {
      expect(position[i]).toBe(metric.mean[i] + metric.scale[i] * whitened[i]);
      expect(force[i]).toBe(metric.scale[i] * gradient[i]);
    }
    expect(energy).toBeCloseTo(0.5 * velocity.reduce((sum, v) => sum + v * v, 0) - logDensity, 14);
    expect(index).toBe(-1);
  });
});

/** By Gaussian elimination; the matrices here are near the identity. */
function determinant(matrix: number[][]): number {
  const rows = matrix.map((row) => [...row]);
  let product = 1;
  for (let k = 0; k < rows.length; k++) {
    product *= rows[k][k];
    for (let i = k + 1; i < rows.length; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j < rows.length; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return product;
}
