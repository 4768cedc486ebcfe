import { drawNormal, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whiten } from "../hamiltonian/metric.js";
import type { Metric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { plainPoint, recursiveTrajectory } from "./recursive-trajectory.contract.js";
import { makeTrajectory, runTrajectory } from "./trajectory.js";
import type { Trajectory } from "./trajectory.js";

/** −½ Σ a x² − ¼ q Σ x⁴ + c Σ xᵢ xᵢ₊₁, and NaN outside a ball: curved, correlated, with an edge. */
function curved(scales: readonly number[], quartic: number, coupling: number, radius: number): LogDensity {
  return {
    dimension: scales.length,
    evaluate(x, g) {
      let value = 0;
      let square = 0;
      for (let i = 0; i < x.length; i++) {
        const next = i + 1 < x.length ? x[i + 1] : 0;
        const last = i > 0 ? x[i - 1] : 0;
        square += x[i] * x[i];
        value += -0.5 * scales[i] * x[i] * x[i] - 0.25 * quartic * x[i] ** 4 + coupling * x[i] * next;
        g[i] = -scales[i] * x[i] - quartic * x[i] ** 3 + coupling * (next + last);
      }
      return square > radius * radius ? NaN : value;
    },
  };
}

const flat = (dimension: number): LogDensity => ({
  dimension,
  evaluate: (_, gradient) => (gradient.fill(0), 0),
});

function unitMetric(dimension: number): Metric {
  return { mean: new Float64Array(dimension), scale: new Float64Array(dimension).fill(1) };
}

function startTrajectory(
  trajectory: Trajectory,
  position: readonly number[],
  velocity: readonly number[],
): void {
  const { current, density, metric } = trajectory;
  current.position.set(position);
  current.logDensity = density.evaluate(current.position, current.gradient);
  current.velocity.set(velocity);
  current.energy = 0.5 * velocity.reduce((sum, v) => sum + v * v, 0) - current.logDensity;
  whiten(metric, current);
}

const situation = fc.record({
  seed: fc.integer(),
  scales: fc.array(fc.double({ min: 0.2, max: 4, noNaN: true }), { minLength: 1, maxLength: 5 }),
  quartic: fc.constantFrom(0, 0.3, 2),
  coupling: fc.constantFrom(0, 0.09, -0.09),
  radius: fc.constantFrom(Infinity, Infinity, 2.5),
  stepSize: fc.double({ min: 0.03, max: 1.8, noNaN: true }),
  maxTreeDepth: fc.integer({ min: 1, max: 7 }),
  scale: fc.double({ min: 0.5, max: 2, noNaN: true }),
});

describe("the fast trajectory", () => {
  test("draws the point that the recursive twin draws from the same stream, with the same statistics", () => {
    fc.assert(
      fc.property(situation, ({ seed, scales, quartic, coupling, radius, stepSize, maxTreeDepth, scale }) => {
        const dimension = scales.length;
        const density = curved(scales, quartic, coupling, radius);
        const metric = {
          mean: new Float64Array(dimension).fill(0.1),
          scale: new Float64Array(dimension).fill(scale),
        };
        const chance = randomStream(seed, "start");
        const position = scales.map(() => 0.4 * drawNormal(chance));
        const velocity = scales.map(() => drawNormal(chance));
        const fast = makeTrajectory(density, metric, maxTreeDepth);
        startTrajectory(fast, position, velocity);
        const whitened = [...fast.current.whitened];
        const start = {
          ...plainPoint(density, metric, whitened, velocity, 0, 0),
          energy: fast.current.energy,
          force: [...fast.current.force],
        };
        const fastStream = randomStream(seed, "walk");
        const slowStream = randomStream(seed, "walk");
        runTrajectory(fast, stepSize, fastStream);
        const slow = recursiveTrajectory(density, metric, start, stepSize, maxTreeDepth, slowStream);

        expect(fast.current.index).toBe(slow.draw.index);
        expect([...fast.current.whitened]).toEqual(slow.draw.whitened);
        if (slow.draw.index !== 0) expect([...fast.current.position]).toEqual(slow.draw.position);
        expect(fast.depth).toBe(slow.depth);
        expect(fast.leapfrogs).toBe(slow.leapfrogs);
        expect(fast.acceptanceSum).toBeCloseTo(slow.acceptanceSum, 10);
        expect(fast.symmetricAcceptanceSum).toBeCloseTo(slow.symmetricAcceptanceSum, 10);
        expect(fast.divergedFrom?.index).toBe(slow.divergedFrom?.index);
        expect(fastStream.state()).toEqual(slowStream.state());
      }),
      { numRuns: 500 },
    );
  });

  test("every point is either free or in use, after hundreds of trajectories", () => {
    const density = curved([1, 2, 0.5], 0.3, 0.09, 2.5);
    const trajectory = makeTrajectory(density, unitMetric(3), 6);
    startTrajectory(trajectory, [0.1, 0.2, 0.3], [1, 1, 1]);
    const stream = randomStream(3);
    let fewestFree = Infinity;
    for (let n = 0; n < 300; n++) {
      startTrajectory(
        trajectory,
        [...trajectory.current.position],
        [drawNormal(stream), drawNormal(stream), drawNormal(stream)],
      );
      runTrajectory(trajectory, 0.1, stream);
      fewestFree = Math.min(fewestFree, trajectory.free.length);
      expect(new Set(trajectory.free).size).toBe(trajectory.free.length);
      expect(trajectory.free).not.toContain(trajectory.current);
    }
    expect(fewestFree).toBeGreaterThan(0);
  });

  test("on a constant density never turns, and stops at the greatest depth with 2^depth − 1 steps", () => {
    for (const maxTreeDepth of [1, 2, 5, 10]) {
      const trajectory = makeTrajectory(flat(2), unitMetric(2), maxTreeDepth);
      startTrajectory(trajectory, [0, 0], [1, -0.3]);
      runTrajectory(trajectory, 0.5, randomStream(1, maxTreeDepth));
      expect(trajectory.depth).toBe(maxTreeDepth);
      expect(trajectory.leapfrogs).toBe(2 ** maxTreeDepth - 1);
      expect(trajectory.acceptanceSum).toBe(trajectory.leapfrogs);
      expect(trajectory.symmetricAcceptanceSum).toBe(trajectory.leapfrogs);
    }
  });

  // With equal weights every place of the trajectory must be drawn equally often, wherever the start fell. χ² with 15 degrees
  // of freedom; the bound has a false-positive rate of 1e-4, and the seed is fixed.
  test("on a constant density draws every place of the trajectory equally often", () => {
    const visited: number[] = [];
    const density: LogDensity = {
      dimension: 1,
      evaluate: (position, gradient) => (visited.push(position[0]), gradient.fill(0), 0),
    };
    const trajectory = makeTrajectory(density, unitMetric(1), 4);
    const stream = randomStream("places");
    const rounds = 32_000;
    const places = new Float64Array(16);
    for (let n = 0; n < rounds; n++) {
      startTrajectory(trajectory, [0], [1]);
      visited.length = 0;
      runTrajectory(trajectory, 1, stream);
      const first = Math.min(0, ...visited);
      places[trajectory.current.position[0] - first]++;
    }
    const expected = rounds / 16;
    const chiSquare = places.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(44.26);
  });

  test("on a circular orbit stops at the first doubling beyond half the period", () => {
    const normal = curved([1, 1], 0, 0, Infinity);
    const trajectory = makeTrajectory(normal, unitMetric(2), 10);
    for (let n = 0; n < 20; n++) {
      // The velocity sum of an arc φ leans on both ends with sin φ: half the period is 314 steps, so 256 go on and 512 turn.
      startTrajectory(trajectory, [1, 0], [0, 1]);
      runTrajectory(trajectory, 0.01, randomStream(5, n));
      expect(trajectory.leapfrogs).toBe(511);
      expect(trajectory.depth).toBe(9);
    }
  });

  test("ends where the density is NaN, infinite or steep beyond an energy error of 1000, and keeps the draw so far", () => {
    const outside = [NaN, -Infinity, Infinity, -1001.5];
    for (const value of outside) {
      const density: LogDensity = {
        dimension: 1,
        evaluate: (x, g) => (g.fill(0), Math.abs(x[0]) > 2.5 ? value : 0),
      };
      const trajectory = makeTrajectory(density, unitMetric(1), 10);
      startTrajectory(trajectory, [0], [1]);
      runTrajectory(trajectory, 1, randomStream(8));
      expect(Math.abs(trajectory.divergedFrom!.position[0])).toBe(2);
      expect(Math.abs(trajectory.current.position[0])).toBeLessThanOrEqual(2);
      expect(trajectory.divergedEnergyError).toBe(-value);
      // All points but the divergent one count 1.
      expect(trajectory.acceptanceSum).toBe(trajectory.leapfrogs - 1);
    }
  });

  test("goes on at an energy error just below 1000", () => {
    const density: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => (g.fill(0), Math.abs(x[0]) > 2.5 ? -999.5 : 0),
    };
    const trajectory = makeTrajectory(density, unitMetric(1), 5);
    startTrajectory(trajectory, [0], [1]);
    runTrajectory(trajectory, 1, randomStream(8));
    expect(trajectory.divergedFrom).toBeUndefined();
    expect(trajectory.leapfrogs).toBe(31);
    expect(Math.abs(trajectory.current.position[0])).toBeLessThanOrEqual(2);
  });
});
