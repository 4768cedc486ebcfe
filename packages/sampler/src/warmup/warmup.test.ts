import { randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import type { Transition } from "../chain/transition.js";
import { identityMetric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { makeTrajectory } from "../trajectory/trajectory.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { finishWarmup, startWarmup, updateWarmup } from "./warmup.js";
import type { Warmup } from "./warmup.js";

const normal: LogDensity = {
  dimension: 1,
  evaluate: (x, g) => ((g[0] = -x[0] / 9), (-x[0] * x[0]) / 18),
};
const stream = randomStream(1);

function start(length: number): { warmup: Warmup; trajectory: Trajectory } {
  const trajectory = makeTrajectory(normal, identityMetric(1), 5);
  moveTo(trajectory, 2);
  return { warmup: startWarmup(trajectory, length, 0.8, stream), trajectory };
}

function moveTo({ current }: Trajectory, x: number): void {
  current.position[0] = x;
  current.logDensity = normal.evaluate(current.position, current.gradient);
}

/** A transition as far as warm-up looks at it. */
function transition(changes: Partial<Transition> = {}): Transition {
  return {
    logDensity: 0,
    energy: 0,
    acceptance: 0.8,
    symmetricAcceptance: 0.8,
    stepSize: 1,
    fisherDistance: 0,
    treeDepth: 3,
    leapfrogs: 7,
    index: 3,
    divergent: false,
    ...changes,
  };
}

describe("warm-up", () => {
  test("starts with the metric of the first gradient and a searched step size", () => {
    const { warmup, trajectory } = start(100);
    expect(trajectory.metric.scale[0]).toBeCloseTo(Math.sqrt(9 / 2), 14);
    expect(trajectory.current.force[0]).toBe(trajectory.metric.scale[0] * trajectory.current.gradient[0]);
    expect(warmup.searchLeapfrogs).toBeGreaterThan(1);
    expect(warmup.averaging.stepSize).toBeGreaterThan(0.1);
  });

  test("learns the metric only from draws that moved, and after a divergence only from far ones", () => {
    const { warmup, trajectory } = start(100);
    const count = (): number => warmup.fisher.background.positions.count;
    const learns = (changes: Partial<Transition>): boolean => {
      const before = count();
      updateWarmup(warmup, trajectory, transition(changes), stream);
      return count() > before;
    };
    expect(learns({ index: 0 })).toBe(false);
    expect(learns({ index: -1 })).toBe(true);
    expect(learns({ index: 4, divergent: true })).toBe(false);
    expect(learns({ index: -5, divergent: true })).toBe(true);
  });

  test("searches a new step size when draws give the metric for the first time, and never again", () => {
    const { warmup, trajectory } = start(100);
    const searches: number[] = [];
    for (let draw = 0; draw < 30; draw++) {
      const before = warmup.searchLeapfrogs;
      moveTo(trajectory, Math.sin(3 * draw));
      updateWarmup(warmup, trajectory, transition(), stream);
      if (warmup.searchLeapfrogs > before) searches.push(draw);
    }
    expect(searches).toEqual([1]); // the first point and two draws make three
    expect(trajectory.metric.scale[0]).toBeCloseTo(3, 12); // a normal: exact
  });

  test("follows the acceptance early and the symmetric acceptance late", () => {
    const { warmup, trajectory } = start(100);
    const goes = (): "up" | "down" => {
      const before = warmup.averaging.meanError;
      updateWarmup(
        warmup,
        trajectory,
        transition({ acceptance: 1, symmetricAcceptance: 0, index: 0 }),
        stream,
      );
      return warmup.averaging.meanError < before ? "up" : "down";
    };
    // Of 100 draws the metric adapts until 85; early until 30; from there on no main window of 80 has room.
    const directions = Array.from({ length: 100 }, goes);
    expect(directions.slice(0, 30)).toEqual(Array(30).fill("up"));
    expect(directions.slice(30)).toEqual(Array(70).fill("down"));
  });

  test("leaves the metric alone in the last part, where only the step size learns", () => {
    const { warmup, trajectory } = start(100);
    for (let draw = 0; draw < 85; draw++) {
      moveTo(trajectory, Math.sin(3 * draw));
      updateWarmup(warmup, trajectory, transition(), stream);
    }
    const before = [...trajectory.metric.mean, ...trajectory.metric.scale];
    const stepSize = warmup.averaging.stepSize;
    for (let draw = 85; draw < 100; draw++) {
      moveTo(trajectory, 1000 + draw);
      updateWarmup(warmup, trajectory, transition({ symmetricAcceptance: 0.3 }), stream);
    }
    expect([...trajectory.metric.mean, ...trajectory.metric.scale]).toEqual(before);
    expect(warmup.averaging.stepSize).toBeLessThan(stepSize);
    expect(finishWarmup(warmup)).toBeLessThan(stepSize);
  });
});
