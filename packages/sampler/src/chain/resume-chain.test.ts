import { exp } from "@mmm/numerics";
import { deserialize, serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import type { LogDensity } from "../target.js";
import type { Trace } from "../trace.js";
import type { ChainTask } from "./chain-task.js";
import { runChain } from "./run-chain.js";

/** A funnel: its chains diverge, and its step size and metric never come to rest. */
const funnel: LogDensity = {
  dimension: 3,
  evaluate(x, g) {
    const precision = exp(-x[0]);
    const square = x[1] * x[1] + x[2] * x[2];
    g[0] = -x[0] / 9 + 0.5 * square * precision - 1;
    g[1] = -x[1] * precision;
    g[2] = -x[2] * precision;
    return -0.5 * ((x[0] * x[0]) / 9 + square * precision + 2 * x[0]);
  },
};
const task: ChainTask = {
  chain: 2,
  seed: "resume",
  warmup: 120,
  draws: 60,
  targetAcceptance: 0.8,
  maxTreeDepth: 6,
  keepWarmup: true,
};

/** The trace at the end, and what the chain was at each of its pauses. */
function run(density: LogDensity, changes: Partial<ChainTask> = {}): { trace: Trace; pauses: Trace[] } {
  const chain = runChain(density, { ...task, ...changes });
  const pauses: Trace[] = [];
  let step = chain.next();
  while (!step.done) {
    pauses.push(chain.snapshot());
    step = chain.next("go on");
  }
  return { trace: step.value, pauses };
}

describe("a chain that goes on from where it stood", () => {
  test("draws the same bits from any transition on, in warm-up and after it", () => {
    const whole = run(funnel).trace;
    const { trace, pauses } = run(funnel, { saveEvery: 1 });
    expect(trace).toEqual(whole);
    expect(pauses.length).toBeGreaterThan(180);
    expect(pauses.map(({ outcome }) => outcome)).toEqual(pauses.map(() => "running"));
    for (const pause of pauses.filter((_, n) => n % 7 === 0)) {
      expect(run(funnel, { from: deserialize(serialize(pause)) as Trace }).trace).toEqual(whole);
    }
  });

  const kernels: readonly Partial<ChainTask>[] = [
    { metric: "low-rank" },
    { metric: "dense" },
    { metric: "variance", warmupSchedule: "stan" },
    { metric: "covariance", warmupSchedule: "stan" },
    { metric: "auto" },
    { integrator: "adaptive" },
    { trajectory: { kind: "hmc", leapfrogs: 5 } },
  ];
  test.each(kernels)("draws the same bits with %o", (kernel) => {
    const { trace, pauses } = run(funnel, kernel);
    expect(trace.outcome).toBe("finished");
    for (const pause of pauses.filter((_, n) => n % 5 === 1)) {
      expect(run(funnel, { ...kernel, from: structuredClone(pause) }).trace).toEqual(trace);
    }
  });

  test("draws the same bits when it is interrupted again and again", () => {
    let trace: Trace | undefined;
    let interruptions = 0;
    for (; trace === undefined || trace.outcome === "cancelled"; interruptions++) {
      const chain = runChain(funnel, { ...task, ...(trace === undefined ? {} : { from: trace }) });
      chain.next();
      const first = chain.next("go on");
      const second = first.done ? first : chain.next("cancel");
      trace = structuredClone((second.done ? second : chain.next("cancel")).value as Trace);
    }
    expect(interruptions).toBeGreaterThan(5);
    expect(trace).toEqual(run(funnel).trace);
  });

  test("draws more from a finished chain, the bits of a longer one", () => {
    const { trace } = run(funnel);
    const longer = run(funnel, { draws: 100 }).trace;
    expect(run(funnel, { draws: 100, from: trace }).trace).toEqual(longer);
  });

  test("leaves snapshots alone that were taken before", () => {
    const { pauses } = run(funnel);
    const early = pauses[Math.floor(pauses.length / 2)];
    const copy = structuredClone(early);
    run(funnel, { from: early });
    expect(early).toEqual(copy);
  });

  test("says so, and keeps its draws, if the target is another", () => {
    const { trace } = run(funnel);
    const other: LogDensity = { dimension: 3, evaluate: (x, g) => funnel.evaluate(x, g) + 1 };
    const changed = run(other, { from: trace }).trace;
    expect(changed.outcome).toMatchObject({
      failed: expect.stringContaining("must be that of the earlier run"),
    });
    expect(changed.positions).toEqual(trace.positions);
    const wider = run({ dimension: 4, evaluate: () => 0 }, { from: trace }).trace;
    expect(wider.outcome).toEqual({
      failed: "resume: the target must have the 3 parameters of the earlier run, got 4. Start anew.",
    });
    const throwing: LogDensity = {
      dimension: 3,
      evaluate: () => {
        throw new Error("gone");
      },
    };
    const thrown = run(throwing, { from: trace }).trace;
    expect(thrown.outcome).toMatchObject({ failed: expect.stringContaining("gone") });
    expect(thrown.draws).toBe(60);
  });
});

describe("a chain with what an earlier run learned", () => {
  const learned = run(funnel, { warmup: 300 }).trace;
  const start = { initialMetric: learned.metric, initialStepSize: learned.finalStepSize };

  test("keeps the metric, and without warm-up also the step size", () => {
    const { trace } = run(funnel, { ...start, warmup: 0 });
    expect(trace.metric).toEqual(learned.metric);
    expect(trace.finalStepSize / learned.finalStepSize).toBeCloseTo(1, 12);
    expect(trace.outcome).toBe("finished");
  });

  test("learns the step size in warm-up, the metric stays", () => {
    const { trace, pauses } = run(funnel, { ...start, warmup: 60 });
    expect(trace.metric).toEqual(learned.metric);
    expect(trace.finalStepSize).not.toBe(learned.finalStepSize);
    const middle = pauses[Math.floor(pauses.length / 3)];
    expect(run(funnel, { ...start, warmup: 60, from: middle }).trace).toEqual(trace);
  });
});
