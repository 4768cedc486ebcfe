import { drawNormal, exp, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import { adaptiveLeapfrog, forgetLeaves, makeAdaptiveLeaf } from "./adaptive-leaf.js";
import { leapfrog } from "./leapfrog.js";
import { identityMetric, whiten } from "./metric.js";
import { makePhasePoints } from "./phase-point.js";
import type { PhasePoint } from "./phase-point.js";

const metric = identityMetric(2);
const funnel: LogDensity = {
  dimension: 2,
  evaluate(x, g) {
    const precision = exp(-x[0]);
    g[0] = -x[0] / 9 + 0.5 * x[1] * x[1] * precision - 0.5;
    g[1] = -x[1] * precision;
    return -0.5 * ((x[0] * x[0]) / 9 + x[1] * x[1] * precision + x[0]);
  },
};

function place(point: PhasePoint, density: LogDensity, position: number[], velocity: number[]): void {
  point.position.set(position);
  point.velocity.set(velocity);
  point.logDensity = density.evaluate(point.position, point.gradient);
  point.energy = 0.5 * velocity.reduce((sum, v) => sum + v * v, 0) - point.logDensity;
  whiten(metric, point);
}

describe("an adaptive leapfrog step", () => {
  test("is a leapfrog step where that keeps the energy well, with one evaluation", () => {
    const leaf = makeAdaptiveLeaf(1, 2);
    const [from, to, plain] = makePhasePoints(3, 2);
    place(from, funnel, [0, 0.5], [1, -0.3]);
    const end = adaptiveLeapfrog(leaf, funnel, metric, from, to, 0.2, randomStream(1));
    leapfrog(funnel, metric, from, plain, 0.2);
    expect(end).toBe("reached");
    expect([...to.whitened, ...to.velocity]).toEqual([...plain.whitened, ...plain.velocity]);
    expect([leaf.evaluations, leaf.levels[0], to.correction]).toEqual([1, 1, 0]);
  });

  test("halves itself in the neck of a funnel until the range of the energy is below the tolerance", () => {
    const leaf = makeAdaptiveLeaf(0.5, 2);
    const [from, to] = makePhasePoints(2, 2);
    place(from, funnel, [-4, 0.05], [0.5, 1]);
    const end = adaptiveLeapfrog(leaf, funnel, metric, from, to, 0.8, randomStream(1));
    expect(end).toBe("reached");
    expect(leaf.levels.findIndex((count) => count > 0)).toBeGreaterThan(1);
    expect(Math.abs(to.energy - from.energy)).toBeLessThan(0.5);
    expect(leaf.coarsestAcceptance).toBeLessThan(exp(-0.5));
  });

  // Detailed balance of the level: P(there) e^(−H) e^(correction there) must be undone by the same leaf backwards.
  test("that is taken backwards at the same level has the opposite weight, and leads back", () => {
    const stream = randomStream("pairs");
    const leaf = makeAdaptiveLeaf(0.3, 2);
    const [from, to, back] = makePhasePoints(3, 2);
    let corrected = 0;
    for (let n = 0; n < 3000; n++) {
      const w = 2 * drawNormal(stream);
      place(from, funnel, [w, exp(w / 2) * drawNormal(stream)], [drawNormal(stream), drawNormal(stream)]);
      forgetLeaves(leaf);
      if (adaptiveLeapfrog(leaf, funnel, metric, from, to, 0.9, stream) !== "reached") continue;
      const level = leaf.levels.indexOf(1);
      const { correction } = to;
      to.correction = 0;
      forgetLeaves(leaf);
      const end = adaptiveLeapfrog(leaf, funnel, metric, to, back, -0.9, stream);
      if (end !== "reached" || leaf.levels[level] !== 1) continue;
      if (correction !== 0) corrected++;
      expect(back.correction).toBeCloseTo(-correction, 14);
      expect(Math.abs(back.whitened[0] - from.whitened[0])).toBeLessThan(1e-8);
    }
    expect(corrected).toBeGreaterThan(20);
  });

  test("gives up where no level keeps the energy, and says so", () => {
    const wall: LogDensity = { dimension: 2, evaluate: (x, g) => (g.fill(0), x[0] > 1 ? NaN : 0) };
    const leaf = makeAdaptiveLeaf(1, 2);
    const [from, to] = makePhasePoints(2, 2);
    place(from, wall, [0, 0], [5, 0]);
    expect(adaptiveLeapfrog(leaf, wall, metric, from, to, 1, randomStream(1))).toBe("unresolved");
    expect(leaf.unresolved).toBe(1);
  });
});
