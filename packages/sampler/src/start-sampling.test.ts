import { describe, expect, test } from "vitest";
import { cutTrace } from "./cut-trace.js";
import { nodeWorkers } from "./node-workers.js";
import { quarticNormals as target } from "./quartic-normals.contract.js";
import { sample } from "./sample.js";
import type { SampleOptions } from "./sample-options.js";
import { startFrom } from "./start-from.js";
import { startSampling } from "./start-sampling.js";
import type { Trace } from "./trace.js";

const options: SampleOptions = { seed: "live", chains: 3, warmup: 80, draws: 300 };
const runners: Readonly<Record<string, Partial<SampleOptions>>> = {
  "in process": {},
  "in workers": { runChains: nodeWorkers({ workers: 2 }) },
};

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The traces as soon as chain 0 has draws. */
async function tracesWithDraws(run: { traces(): Promise<readonly Trace[]> }): Promise<readonly Trace[]> {
  for (;;) {
    const traces = await run.traces();
    if ((traces[0]?.draws ?? 0) > 0) return traces;
    await later(2);
  }
}

describe.each(Object.entries(runners))("a run %s", (_, runner) => {
  test("is looked at, paused and resumed, and draws the bits of a run left alone", async () => {
    const draws = 40_000; // enough that no chain is done before it is told to pause
    const run = startSampling(target, { ...options, ...runner, draws });
    const early = await tracesWithDraws(run);
    run.pause();
    await later(30); // commands are on their way to workers
    const held = await run.traces();
    await later(30);
    expect(await run.traces()).toEqual(held);
    expect(held[0].outcome).toBe("running");
    run.resume();
    const finished = await run.finished;
    expect(finished.map(({ outcome }) => outcome)).toEqual(["finished", "finished", "finished"]);
    expect(await run.traces()).toEqual(finished);
    expect(finished[0].positions.slice(0, early[0].positions.length)).toEqual(early[0].positions);
    expect(early[0].draws).toBeLessThanOrEqual(held[0].draws);
    expect(await sample(target, { ...options, draws })).toEqual(finished);
  });

  test("that is stopped while it is paused ends and keeps its draws", async () => {
    const run = startSampling(target, { ...options, ...runner, draws: 1_000_000 });
    await tracesWithDraws(run);
    run.pause();
    run.stop();
    const traces = await run.finished;
    expect(traces.map(({ outcome }) => outcome)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(traces[0].draws).toBeGreaterThan(0);
  });

  test("ends where stopWhen says that the draws suffice, at the same draw for every runner", async () => {
    const asked: number[][] = [];
    const stopWhen = (traces: readonly Trace[]): boolean => {
      asked.push(traces.map(({ draws }) => draws));
      return traces[0].draws >= 90;
    };
    const traces = await sample(target, { ...options, ...runner, draws: 3000, stopWhen, stopEvery: 30 });
    expect(asked).toEqual([30, 60, 90].map((draws) => [draws, draws, draws]));
    const longer = await sample(target, { ...options, draws: 90 });
    for (const [chain, trace] of traces.entries()) {
      expect(trace.outcome).toBe("finished");
      expect([trace.draws, trace.positions.length, trace.energy.length]).toEqual([90, 270, 90]);
      expect(trace.positions).toEqual(longer[chain].positions);
      expect(trace.divergences).toEqual(longer[chain].divergences);
    }
  });

  test("goes to its end where stopWhen never says so, and rejects with its error", async () => {
    const never = await sample(target, { ...options, ...runner, stopWhen: () => false });
    expect(never).toEqual(await sample(target, options));
    const stopWhen = (): never => {
      throw new Error("no criterion");
    };
    await expect(sample(target, { ...options, ...runner, stopWhen })).rejects.toThrow("no criterion");
  });
});

describe("a run", () => {
  test("asks stopWhen only about chains that did not fail", async () => {
    const asked: number[] = [];
    const traces = await sample(target, {
      ...options,
      initialPositions: [
        [0, 0, 0],
        [1e200, 0, 0],
        [0, 0, 0],
      ],
      stopWhen: ({ length }) => asked.push(length) > 0,
    });
    expect(asked).toEqual([2]);
    expect(traces.map(({ draws }) => draws)).toEqual([100, 0, 100]);
    expect(traces[1].outcome).toMatchObject({ failed: expect.stringContaining("start: ") });
  });

  test("names wrong arguments at once", () => {
    const start = { metric: [], stepSize: -1, positions: [[0]] };
    const wrong = { seed: 1, chains: 2, stopEvery: 0, start, initialPositions: [[0], [1]] };
    expect(() => startSampling(target, wrong)).toThrow(
      [
        "sample.stopEvery: must be a whole number ≥ 1, got 0. Leave it out for 100.",
        "sample.start.positions: must not be given with initialPositions, got both. They are the same; leave one out.",
        "sample.start.metric: must be one for all or one per chain (2), got 0. Give one each, or one.",
        "sample.start.stepSize: must be finite and > 0, got -1. Give the finalStepSize of a finished trace.",
      ].join("\n"),
    );
  });

  test("takes over metric, step size and positions of an earlier one", async () => {
    const first = await sample(target, options);
    const start = startFrom(first);
    const second = await sample(target, { ...options, seed: 2, warmup: 0, draws: 50, start });
    for (const [chain, { metric, finalStepSize, outcome }] of second.entries()) {
      expect(outcome).toBe("finished");
      expect(metric).toEqual(first[chain].metric);
      expect(finalStepSize / first[chain].finalStepSize).toBeCloseTo(1, 12);
    }
    expect(Array.from(start.positions[1])).toEqual([...first[1].positions.slice(-3)]);
    expect(() => startFrom([])).toThrow("startFrom: at least one chain must have draws, got none.");
    const narrow = { mean: new Float64Array(2), scale: Float64Array.of(1, 1) };
    const [failed] = await sample(target, { ...options, chains: 1, start: { metric: narrow } });
    expect(failed.outcome).toEqual({
      failed: "start: the metric must have 3 scales, got 2. Give that of a run of this target.",
    });
  });
});

test("a trace is cut with what belongs to its draws", async () => {
  const [trace] = await sample(target, { ...options, chains: 1 });
  const at = (draw: number) => ({ draw, position: new Float64Array(3), energyError: 2000 });
  const cut = cutTrace({ ...trace, divergences: [at(9), at(10)] }, 10);
  expect(cut.divergences).toEqual([at(9)]);
  expect(cut.leapfrogs).toEqual(trace.leapfrogs.slice(0, 10));
  expect(cut.resumePoint).toBeUndefined();
  expect(cutTrace(trace, 300)).toBe(trace);
});
