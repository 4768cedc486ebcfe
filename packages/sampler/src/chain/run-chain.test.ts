import { describe, expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import type { Trace } from "../trace.js";
import type { ChainSettings } from "./chain-settings.js";
import type { Progress } from "./progress.js";
import { runChain } from "./run-chain.js";

const settings: ChainSettings = {
  chain: 0,
  seed: 1,
  warmup: 150,
  draws: 100,
  targetAcceptance: 0.8,
  maxTreeDepth: 10,
  keepWarmup: true,
};

/** Independent normals of different scale; counts its evaluations. */
function countingNormal(): LogDensity & { calls: number } {
  return {
    dimension: 3,
    calls: 0,
    evaluate(x, g) {
      this.calls++;
      let value = 0;
      for (let i = 0; i < 3; i++) {
        g[i] = -x[i] / (i + 1) ** 2;
        value += 0.5 * x[i] * g[i];
      }
      return value;
    },
  };
}

function runToEnd(density: LogDensity, changes: Partial<ChainSettings> = {}): Trace {
  const chain = runChain(density, { ...settings, ...changes });
  let step = chain.next();
  while (!step.done) step = chain.next("go on");
  return step.value;
}

const total = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0);

describe("a chain", () => {
  test("evaluates the density once per leapfrog step and once per starting position, never more", () => {
    const density = countingNormal();
    const trace = runToEnd(density, { initial: "random" });
    const { warmup } = trace;
    expect(warmup.startingTries).toBe(1);
    expect(density.calls).toBe(warmup.startingTries + warmup.leapfrogs + total(trace.leapfrogs));
    expect(warmup.leapfrogs).toBe(warmup.searchLeapfrogs + total(warmup.transitions!.leapfrogs));
    expect(warmup.searchLeapfrogs).toBeGreaterThan(2);
    expect(warmup.searchLeapfrogs).toBeLessThan(30);
  });

  test("looks uphill from its start with a few evaluations, which are counted", () => {
    const density = countingNormal();
    const { warmup, leapfrogs } = runToEnd(density);
    expect(warmup.startingTries).toBeLessThan(10);
    expect(density.calls).toBe(warmup.startingTries + warmup.leapfrogs + total(leapfrogs));
  });

  test("records consistent statistics: the density at the position, energies above it, depths that fit the steps", () => {
    const density = countingNormal();
    const trace = runToEnd(density);
    const gradient = new Float64Array(3);
    for (let draw = 0; draw < trace.draws; draw++) {
      const position = trace.positions.subarray(3 * draw, 3 * draw + 3);
      expect(density.evaluate(position, gradient)).toBe(trace.logDensity[draw]);
      expect(trace.energy[draw]).toBeGreaterThanOrEqual(-trace.logDensity[draw]);
      expect(trace.leapfrogs[draw]).toBeGreaterThanOrEqual(2 ** trace.treeDepth[draw] - 1);
      expect(trace.leapfrogs[draw]).toBeLessThanOrEqual(2 ** (trace.treeDepth[draw] + 1) - 1);
      expect(trace.acceptance[draw]).toBeGreaterThan(0);
      expect(trace.acceptance[draw]).toBeLessThanOrEqual(1);
      expect(trace.symmetricAcceptance[draw]).toBeLessThanOrEqual(1);
      expect(trace.stepSize[draw] / trace.finalStepSize).toBeGreaterThan(0.9);
      expect(trace.stepSize[draw] / trace.finalStepSize).toBeLessThan(1.1);
      expect(trace.fisherDistance[draw]).toBeLessThan(1e-12); // the metric of a normal is exact
    }
    expect(trace.outcome).toBe("finished");
    expect(trace.divergences).toEqual([]);
    expect(trace.warmup.draws).toBe(150);
    [1, 2, 3].forEach((deviation, i) => expect(trace.metric.scale[i]).toBeCloseTo(deviation, 9));
  });

  test("keeps warm-up's transitions only when asked, with the same draws", () => {
    const kept = runToEnd(countingNormal());
    const dropped = runToEnd(countingNormal(), { keepWarmup: false });
    expect(dropped.warmup.transitions).toBeUndefined();
    expect(kept.warmup.transitions!.draws).toBe(150);
    expect(kept.warmup.transitions!.positions.length).toBe(450);
    expect(dropped.positions).toEqual(kept.positions);
  });

  test("without warm-up samples with the step size of the search and the metric of the first gradient", () => {
    const trace = runToEnd(countingNormal(), { warmup: 0 });
    expect(trace.outcome).toBe("finished");
    expect(trace.draws).toBe(100);
    expect(trace.finalStepSize).toBeGreaterThan(0.1);
    expect(trace.warmup.leapfrogs).toBe(trace.warmup.searchLeapfrogs);
  });

  test("starts where it is told", () => {
    const seen: number[][] = [];
    const { evaluate } = countingNormal();
    const density = {
      dimension: 3,
      calls: 0,
      evaluate(x: Float64Array, g: Float64Array) {
        seen.push([...x]);
        return evaluate.call(this, x, g);
      },
    };
    runToEnd(density, { initialPosition: Float64Array.of(0.5, -0.25, 7) });
    expect(seen[0]).toEqual([0.5, -0.25, 7]);
  });

  test("tries up to 100 random positions in (−2, 2) and takes the first inside the support", () => {
    let calls = 0;
    const rare: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -1), calls++, x[0] > 1.8 ? -x[0] : NaN),
    };
    const trace = runToEnd(rare, { warmup: 50, draws: 10 });
    expect(trace.outcome).toBe("finished");
    expect(trace.warmup.startingTries).toBeGreaterThan(1);
    expect(calls).toBe(trace.warmup.startingTries + trace.warmup.leapfrogs + total(trace.leapfrogs));
  });

  test("that finds no start says so in its outcome", () => {
    const nowhere: LogDensity = { dimension: 2, evaluate: (_, g) => (g.fill(0), -Infinity) };
    const trace = runToEnd(nowhere);
    expect(trace.outcome).toEqual({
      failed:
        "start: log density and gradient must be finite at one of 100 random positions in (−2, 2), got log density -Infinity at the last. " +
        "Give initialPositions inside the support.",
    });
    expect([trace.draws, trace.warmup.startingTries, trace.warmup.draws]).toEqual([0, 100, 0]);
    expect(trace.positions.length).toBe(0);
  });

  test("whose given start lies outside, has a broken gradient, or has the wrong length says so", () => {
    const half: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = NaN), x[0] > 0 ? -x[0] : NaN) };
    const outcome = (...position: number[]): unknown =>
      runToEnd(half, { initialPosition: Float64Array.from(position) }).outcome;
    expect(outcome(-1)).toEqual({
      failed:
        "start: log density and gradient must be finite at the given initial position, got log density NaN. Give a position inside the support.",
    });
    expect(outcome(1)).toEqual({
      failed:
        "start: log density and gradient must be finite at the given initial position, got gradient[0] = NaN. Give a position inside the support.",
    });
    expect(outcome(1, 2)).toEqual({
      failed: "start: the initial position must have 1 numbers, got 2. Give every unconstrained parameter.",
    });
  });

  test("never leaves the support, and reports each divergence with the place where it started", () => {
    // A normal cut off at 0: half of the trajectories run into the wall.
    const cut: LogDensity = {
      dimension: 2,
      evaluate(x, g) {
        g[0] = -x[0];
        g[1] = -x[1];
        return x[0] > 0 ? -0.5 * (x[0] * x[0] + x[1] * x[1]) : NaN;
      },
    };
    const trace = runToEnd(cut, { draws: 400 });
    expect(trace.outcome).toBe("finished");
    for (let draw = 0; draw < 400; draw++) expect(trace.positions[2 * draw]).toBeGreaterThan(0);
    expect(trace.divergences.length).toBe(total(trace.divergent));
    expect(trace.divergences.length).toBeGreaterThan(50);
    for (const { draw, position, energyError } of trace.divergences) {
      expect(trace.divergent[draw]).toBe(1);
      expect(position[0]).toBeGreaterThan(0);
      expect(energyError).toBeNaN();
    }
  });

  test("whose density throws ends with the error as its outcome and keeps what was drawn", () => {
    const counted = countingNormal();
    const whole = runToEnd(counted);
    const { evaluate } = counted;
    const failing = {
      dimension: 3,
      calls: 0,
      evaluate(x: Float64Array, g: Float64Array) {
        if (this.calls > counted.calls - 300) throw new TypeError("no such channel");
        return evaluate.call(this, x, g);
      },
    };
    const trace = runToEnd(failing);
    expect(trace.outcome).toEqual({
      failed:
        'log density: must not throw, got "TypeError: no such channel". Return NaN outside the support; anything else thrown is a bug in the target.',
    });
    expect(trace.draws).toBeGreaterThan(0);
    expect(trace.draws).toBeLessThan(100);
    expect(trace.positions.length).toBe(3 * trace.draws);
    expect(trace.positions).toEqual(whole.positions.slice(0, 3 * trace.draws));
  });

  test("reports before any work, then after every 128 leapfrog steps or more, and at the end", () => {
    const density = countingNormal();
    const chain = runChain(density, settings);
    const reports: Progress[] = [];
    let step = chain.next();
    expect(density.calls).toBe(0);
    while (!step.done) {
      reports.push(step.value);
      step = chain.next("go on");
    }
    expect(reports[0]).toEqual({
      chain: 0,
      phase: "warm-up",
      done: 0,
      total: 250,
      stepSize: NaN,
      leapfrogs: 0,
      divergences: 0,
    });
    for (let n = 1; n < reports.length - 1; n++) {
      expect(reports[n].leapfrogs - reports[n - 1].leapfrogs).toBeGreaterThanOrEqual(128);
      expect(reports[n].done).toBeGreaterThan(reports[n - 1].done);
    }
    const last = reports[reports.length - 1];
    const trace = step.value;
    expect(last).toEqual({
      chain: 0,
      phase: "sampling",
      done: 250,
      total: 250,
      stepSize: trace.finalStepSize,
      leapfrogs: trace.warmup.leapfrogs + total(trace.leapfrogs),
      divergences: 0,
    });
  });

  test("that is cancelled keeps what it drew, the same bits as without cancel", () => {
    const whole = runToEnd(countingNormal());
    const chain = runChain(countingNormal(), settings);
    let step = chain.next();
    while (!step.done) step = chain.next(step.value.done > 180 ? "cancel" : "go on");
    const trace = step.value;
    expect(trace.outcome).toBe("cancelled");
    expect(trace.draws).toBeGreaterThan(30);
    expect(trace.draws).toBeLessThan(100);
    expect(trace.positions).toEqual(whole.positions.slice(0, 3 * trace.draws));
    expect(trace.energy).toEqual(whole.energy.slice(0, trace.draws));
  });

  test("that is cancelled before or during warm-up has no draws and counts its warm-up", () => {
    const density = countingNormal();
    const early = runChain(density, settings);
    early.next();
    const first = early.next("cancel");
    expect(first.done && first.value.outcome).toBe("cancelled");
    expect(density.calls).toBe(0);
    const chain = runChain(countingNormal(), settings);
    let step = chain.next();
    while (!step.done) step = chain.next(step.value.done > 20 ? "cancel" : "go on");
    expect([step.value.outcome, step.value.draws]).toEqual(["cancelled", 0]);
    expect(step.value.warmup.draws).toBeGreaterThan(20);
    expect(step.value.warmup.transitions!.draws).toBe(step.value.warmup.draws);
    expect(step.value.finalStepSize).toBeNaN();
  });
});
