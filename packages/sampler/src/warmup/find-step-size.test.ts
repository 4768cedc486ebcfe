import { randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { identityMetric, whiten } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { makeTrajectory } from "../trajectory/trajectory.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { findStepSize } from "./find-step-size.js";

function startAt(density: LogDensity, position: number): Trajectory {
  const trajectory = makeTrajectory(density, identityMetric(density.dimension), 5);
  const { current } = trajectory;
  current.position.fill(position);
  current.logDensity = density.evaluate(current.position, current.gradient);
  whiten(trajectory.metric, current);
  return trajectory;
}

function normal(scale: number, counter = { calls: 0 }): LogDensity {
  return {
    dimension: 1,
    evaluate(x, g) {
      counter.calls++;
      g[0] = -x[0] / scale ** 2;
      return -0.5 * (x[0] / scale) ** 2;
    },
  };
}

describe("the search for a step size", () => {
  test("goes up to the order of a wide density's scale and down to that of a narrow one", () => {
    for (const scale of [1e-6, 1e-3, 1, 1e3]) {
      const { stepSize } = findStepSize(startAt(normal(scale), scale), 0.8, randomStream(1));
      expect(stepSize / scale).toBeGreaterThan(0.2);
      expect(stepSize / scale).toBeLessThan(20);
    }
  });

  test("counts one density evaluation per leapfrog step", () => {
    const counter = { calls: 0 };
    const trajectory = startAt(normal(1, counter), 1);
    const before = counter.calls;
    expect(findStepSize(trajectory, 0.8, randomStream(1)).leapfrogs).toBe(counter.calls - before);
  });

  test("takes a divergence for acceptance 0 and goes on down", () => {
    const wall: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -x[0]), Math.abs(x[0] - 1) > 1e-4 ? NaN : -0.5 * x[0] ** 2),
    };
    const { stepSize } = findStepSize(startAt(wall, 1), 0.8, randomStream(2));
    expect(stepSize).toBeLessThan(0.01);
    expect(stepSize).toBeGreaterThan(1e-6);
  });

  test("ends on a constant density, and where every step diverges", () => {
    const flat: LogDensity = { dimension: 1, evaluate: (_, g) => (g.fill(0), 0) };
    expect(findStepSize(startAt(flat, 0), 0.8, randomStream(1)).stepSize).toBeLessThanOrEqual(1e5);
    let first = true;
    const point: LogDensity = {
      dimension: 1,
      evaluate: (_, g) => (g.fill(0), first ? ((first = false), 0) : NaN),
    };
    const { stepSize, leapfrogs } = findStepSize(startAt(point, 0), 0.8, randomStream(1));
    expect(stepSize).toBeGreaterThanOrEqual(1e-10);
    expect(leapfrogs).toBeLessThan(40);
  });

  test("leaves the current point where it is", () => {
    const trajectory = startAt(normal(1), 0.7);
    const { current } = trajectory;
    findStepSize(trajectory, 0.8, randomStream(1));
    expect(trajectory.current).toBe(current);
    expect(current.position[0]).toBe(0.7);
  });
});
