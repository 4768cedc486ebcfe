/** Targets that are wrong, one by one: what the chain says, and that it loses no draw. */
import { exp } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import type { Trace } from "../trace.js";
import type { ChainTask } from "./chain-task.js";
import { runChain } from "./run-chain.js";

const task: ChainTask = {
  chain: 0,
  seed: 3,
  warmup: 200,
  draws: 100,
  targetAcceptance: 0.8,
  maxTreeDepth: 8,
  keepWarmup: false,
};

function run(density: LogDensity, changes: Partial<ChainTask> = {}): Trace {
  const chain = runChain(density, { ...task, ...changes });
  let step = chain.next();
  while (!step.done) step = chain.next("go on");
  return step.value;
}

const failed = (text: string): object => ({ failed: expect.stringContaining(text) });

/** Independent normals; `factor` on the gradient makes it wrong in coordinate 1. */
function normal(factor: number, parameterNames?: readonly string[]): LogDensity {
  return {
    dimension: 3,
    ...(parameterNames === undefined ? {} : { parameterNames }),
    evaluate(x, g) {
      for (let i = 0; i < 3; i++) g[i] = -x[i] * (i === 1 ? factor : 1);
      return -0.5 * (x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) - 1e4;
    },
  };
}

describe("the check of the gradient", () => {
  test("names the worst coordinate of a wrong gradient", () => {
    const trace = run(normal(1.001, ["a", "b", "c"]), {
      checkGradient: true,
      initialPosition: Float64Array.of(1, 2, 3),
    });
    expect(trace.outcome).toEqual(failed("got gradient[1] (b) = -2.002 where they give -2"));
    expect(trace.outcome).toEqual(failed("the worst of 1 of 3. Correct the target's gradient."));
    expect(trace.draws).toBe(0);
  });

  test("passes a right one without changing a bit, and counts what it evaluates", () => {
    const checked = run(normal(1), { checkGradient: true });
    const unchecked = run(normal(1));
    expect(checked.outcome).toBe("finished");
    expect(checked.positions).toEqual(unchecked.positions);
    expect(checked.warmup.startingTries).toBe(unchecked.warmup.startingTries + 6);
  });

  test("passes over coordinates beside the end of the support", () => {
    const edge: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -1), x[0] >= 0 ? -x[0] : NaN),
    };
    expect(run(edge, { checkGradient: true, initialPosition: Float64Array.of(0) }).outcome).not.toEqual(
      failed("checkGradient"),
    );
  });
});

describe("a target", () => {
  test("that is NaN or −∞ everywhere finds no start", () => {
    for (const value of [NaN, -Infinity, Infinity]) {
      const trace = run({ dimension: 2, evaluate: (_, g) => (g.fill(0), value) });
      expect(trace.outcome).toEqual(
        failed(`one of 100 random positions in (−2, 2), got log density ${value} at the last`),
      );
      expect(trace.resumePoint).toBeUndefined();
    }
  });

  test("whose gradient is too short says which element it left unset", () => {
    const short: LogDensity = {
      dimension: 3,
      evaluate: (x, g) => (g.set([-x[0], -x[1]]), -0.5 * (x[0] * x[0] + x[1] * x[1])),
    };
    expect(run(short).outcome).toEqual(failed("got gradient[2] = NaN"));
  });

  test("whose gradient is too long says what went wrong in it", () => {
    const long: LogDensity = { dimension: 1, evaluate: (x, g) => (g.set([-x[0], 0]), -0.5 * x[0] * x[0]) };
    expect(run(long).outcome).toEqual(failed('must not throw, got "RangeError: '));
  });

  // A normal with a step of e at 0: NUTS weighs points by their density, so a jump costs acceptance, not exactness.
  test("that jumps is drawn from exactly: P(x > 0) = e / (1 + e), within 4 standard errors (1 in 16,000 by chance)", () => {
    const step: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0] + (x[0] > 0 ? 1 : 0)),
    };
    const { outcome, positions } = run(step, { draws: 4000 });
    expect(outcome).toBe("finished");
    const share = positions.filter((x) => x > 0).length / 4000;
    const expected = exp(1) / (1 + exp(1));
    // Bulk ESS of the indicator is above 1000 of 4000 here.
    expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 1000));
  });

  /** Nearly everywhere normal; one spike of 1e6 at the given start, which no trajectory can leave. */
  const spike: LogDensity = {
    dimension: 1,
    evaluate: (x, g) => ((g[0] = -x[0]), x[0] === 0.5 ? 1e6 : -0.5 * x[0] * x[0]),
  };

  test("whose start holds the chain is started anew once, and the chain says so", () => {
    const trace = run(spike, { initialPosition: Float64Array.of(0.5), keepWarmup: true });
    expect(trace.outcome).toBe("finished");
    expect(trace.warnings).toEqual([
      "warm-up: the chain must move, got 50 transitions without a move; it was started once more at random. Compare it with the others.",
    ]);
    expect(trace.warmup.draws).toBe(200);
    expect(trace.warmup.transitions!.positions.slice(0, 50)).toEqual(new Float64Array(50).fill(0.5));
    expect(new Set(trace.positions).size).toBeGreaterThan(90);
  });

  test("that holds every chain everywhere fails after two starts", () => {
    let calls = 0;
    const wild: LogDensity = { dimension: 1, evaluate: (_, g) => (g.fill(0), -1e4 * calls++) };
    const trace = run(wild);
    expect(trace.outcome).toEqual(failed("got 50 transitions without a move from each of two starts"));
    expect(trace.warmup.draws).toBe(100);
  });

  test("that holds a chain is resumed with the same bits", () => {
    const changes = { initialPosition: Float64Array.of(0.5) };
    const whole = run(spike, changes);
    const chain = runChain(spike, { ...task, ...changes, saveEvery: 1 });
    let step = chain.next();
    while (!step.done && step.value.done < 70) step = chain.next("go on");
    expect(run(spike, { ...changes, from: structuredClone(chain.snapshot()) })).toEqual(whole);
  });
});
