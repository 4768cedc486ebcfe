import { drawUniform, exp, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { sample } from "../sample.js";
import type { LogDensity } from "../target.js";
import { findStart } from "./find-start.js";
import { walkUphill } from "./walk-uphill.js";

function startOf(density: LogDensity, seed: number): PhasePoint {
  const [point] = makePhasePoints(1, density.dimension);
  expect(findStart(density, point, undefined, randomStream("uphill", seed)).failed).toBeUndefined();
  return point;
}

/** A regression whose noise is known to be small: at a random start it is a million nats too low. */
const data = Array.from({ length: 200 }, (_, n) => {
  const stream = randomStream("data", n);
  return Array.from({ length: 6 }, () => drawUniform(stream) - 0.5);
});
const steep: LogDensity = {
  dimension: 6,
  evaluate(x, g) {
    let value = 0;
    for (let i = 0; i < 6; i++) {
      value -= 0.5 * x[i] * x[i];
      g[i] = -x[i];
    }
    for (const row of data) {
      const rest = row.reduce((sum, feature, i) => sum + feature * (i - x[i]), 0) / 1e-3;
      value -= 0.5 * rest * rest;
      for (let i = 0; i < 6; i++) g[i] += (rest * row[i]) / 1e-3;
    }
    return value;
  },
};

/** Group effects as they stand, and their spread: the density has no upper bound where all of them and the spread are 0. */
const centredGroups: LogDensity = {
  dimension: 11,
  evaluate(x, g) {
    const precision = exp(-2 * x[0]);
    let value = x[0] - exp(x[0]);
    g[0] = 1 - exp(x[0]);
    for (let i = 1; i < 11; i++) {
      const rest = 0.3 * i - x[i];
      value -= x[0] + 0.5 * (x[i] * x[i] * precision + rest * rest);
      g[0] += x[i] * x[i] * precision - 1;
      g[i] = rest - x[i] * precision;
    }
    return value;
  },
};

describe("a walk uphill", () => {
  test("brings a start that is far too low to within ten nats per parameter of the mode, with some ten evaluations", () => {
    for (let seed = 0; seed < 20; seed++) {
      const point = startOf(steep, seed);
      const before = point.logDensity;
      const evaluations = walkUphill(steep, point);
      const gradient = new Float64Array(6);
      expect(before).toBeLessThan(-1e5);
      expect(point.logDensity).toBeGreaterThan(-27.5 - 60); // at the mode −½ (1 + 4 + 9 + 16 + 25)
      expect(point.logDensity).toBe(steep.evaluate(point.position.slice(), gradient));
      expect([...point.gradient]).toEqual([...gradient]);
      expect(evaluations).toBeLessThan(60);
    }
  });

  test("leaves a start that is near enough where it is", () => {
    const normal: LogDensity = {
      dimension: 2,
      evaluate: (x, g) => (g.set([-x[0], -x[1]]), -0.5 * (x[0] ** 2 + x[1] ** 2)),
    };
    const point = startOf(normal, 1);
    const before = [...point.position, ...point.gradient, point.logDensity];
    walkUphill(normal, point);
    expect([...point.position, ...point.gradient, point.logDensity]).toEqual(before);
  });

  test("does not go down the neck of a hierarchy, whose density grows there without end", () => {
    for (let seed = 0; seed < 200; seed++) {
      const point = startOf(centredGroups, seed);
      walkUphill(centredGroups, point);
      expect(point.position[0]).toBeGreaterThan(-3);
    }
  });

  test("is taken before warm-up, unless a start is given or wanted at random", async () => {
    const options = { seed: 1, chains: 1, warmup: 0, draws: 1, start: { stepSize: 1e-9 } };
    const [uphill] = await sample(steep, options);
    const [random] = await sample(steep, { ...options, initial: "random" });
    const [given] = await sample(steep, { ...options, initialPositions: [new Float64Array(6).fill(9)] });
    expect(uphill.logDensity[0]).toBeGreaterThan(-90);
    expect(random.logDensity[0]).toBeLessThan(-1e5);
    expect(given.positions[0]).toBeCloseTo(9, 2);
    expect(random.warmup.startingTries).toBe(1);
  });
});
