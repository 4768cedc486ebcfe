/** Every kernel leaves the posterior as it is, at settings that are bad on purpose; a wrong one is caught. */
import { drawNormal, drawUniform, exp } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { makeAdaptiveLeaf } from "../hamiltonian/adaptive-leaf.js";
import { makeCorrection } from "../hamiltonian/correction.js";
import { leapfrog } from "../hamiltonian/leapfrog.js";
import { identityMetric, whiten } from "../hamiltonian/metric.js";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import { makeTrajectory } from "../trajectory/trajectory.js";
import type { TrajectoryKernel } from "../trajectory/trajectory.js";
import { distanceAfterMoving, knownPosteriors, slantedNormal } from "./invariance.contract.js";
import type { Kernel } from "./invariance.contract.js";
import { makeTransition } from "./transition.js";

interface Setting {
  readonly stepSize: number;
  readonly maxTreeDepth?: number;
  readonly kernel?: (dimension: number) => TrajectoryKernel;
  readonly bent?: boolean;
}

const transitionsOf =
  ({ stepSize, maxTreeDepth = 4, kernel, bent = false }: Setting): Kernel =>
  (density) => {
    const { dimension } = density;
    const metric = identityMetric(dimension);
    if (bent) metric.correction = makeCorrection(bentDirection(dimension), Float64Array.of(1.7));
    const trajectory = makeTrajectory(density, metric, maxTreeDepth, kernel?.(dimension));
    return (position, stream) => {
      const { current } = trajectory;
      current.position.set(position);
      current.logDensity = density.evaluate(current.position, current.gradient);
      whiten(metric, current);
      makeTransition(trajectory, stepSize, stream);
      position.set(trajectory.current.position);
    };
  };

function bentDirection(dimension: number): Float64Array {
  return dimension === 1 ? Float64Array.of(1) : Float64Array.of(0.6, 0.8);
}

const adaptive = (tolerance: number) => (dimension: number) => ({
  adaptiveLeaf: makeAdaptiveLeaf(tolerance, dimension),
});

const settings: Readonly<Record<string, Setting>> = {
  "the no-U-turn trajectory in a bent metric": { stepSize: 0.8, bent: true },
  "static paths of five steps": { stepSize: 0.7, kernel: () => ({ staticLength: { leapfrogs: 5 } }) },
  "static paths of a given time": { stepSize: 0.5, kernel: () => ({ staticLength: { time: 2 } }) },
  "adaptive steps": { stepSize: 1.2, maxTreeDepth: 3, kernel: adaptive(0.4) },
  "adaptive steps far too long": { stepSize: 2.5, maxTreeDepth: 2, kernel: adaptive(0.15) },
  "static paths of adaptive steps": {
    stepSize: 1,
    kernel: (dimension) => ({ ...adaptive(0.3)(dimension), staticLength: { leapfrogs: 3 } }),
  },
};

const chains = 20_000;

// 6 kernels × 6 quantities at 7.5e-6 each: a false-positive rate of 3e-4, with fixed seeds.
describe.each(knownPosteriors)("$name", (posterior) => {
  test.each(Object.entries(settings))("is left as it is by %s", (name, setting) => {
    expect(distanceAfterMoving(posterior, transitionsOf(setting), 3, chains, name)).toBeLessThan(2.5);
  });
});

/** Trajectories of 2^3 points without a turn check; the draw of a new half is taken with the probability `outer`. */
const doublings =
  (outer: (logGain: number) => number): Kernel =>
  (density) => {
    const metric = identityMetric(density.dimension);
    const points = makePhasePoints(9, density.dimension);
    return (position, stream) => {
      const [start] = points;
      start.position.set(position);
      start.logDensity = density.evaluate(start.position, start.gradient);
      let square = 0;
      for (let i = 0; i < position.length; i++) square += (start.velocity[i] = drawNormal(stream)) ** 2;
      start.energy = 0.5 * square - start.logDensity;
      whiten(metric, start);
      let [first, last, draw] = [start, start, start];
      let weight = 1;
      for (let depth = 0, used = 1; depth < 3; depth++) {
        const forward = drawUniform(stream) < 0.5;
        let end = forward ? last : first;
        let [half, halfWeight] = [end, 0];
        for (let n = 0; n < 2 ** depth; n++) {
          const next = points[used++];
          leapfrog(density, metric, end, next, forward ? 0.8 : -0.8);
          end = next;
          const own = exp(start.energy - end.energy);
          halfWeight += own;
          if (drawUniform(stream) < own / halfWeight) half = end;
        }
        if (drawUniform(stream) < outer(halfWeight / weight)) draw = half;
        weight += halfWeight;
        if (forward) last = end;
        else first = end;
      }
      position.set(draw.position);
    };
  };

describe("a kernel with a planted merge weight", () => {
  const distance = (outer: (gain: number) => number): number =>
    distanceAfterMoving(slantedNormal, doublings(outer), 10, chains, "planted");

  test("passes with the right weight: min(1, new / old), or new / (new + old)", () => {
    expect(distance((gain) => Math.min(1, gain))).toBeLessThan(2.5);
    expect(distance((gain) => gain / (1 + gain))).toBeLessThan(2.5);
  });

  test("is caught with a wrong one: the root of the ratio, or always the new half", () => {
    expect(distance((gain) => Math.min(1, Math.sqrt(gain)))).toBeGreaterThan(3.5);
    expect(distance(() => 1)).toBeGreaterThan(3.5);
  });
});
