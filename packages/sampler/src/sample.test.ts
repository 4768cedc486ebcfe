import { describe, expect, test } from "vitest";
import { banana } from "./banana.contract.js";
import type { Progress } from "./chain/progress.js";
import { sample } from "./sample.js";
import type { SampleOptions } from "./sample-options.js";
import type { LogDensity } from "./target.js";

describe("sample", () => {
  test("draws the same bits for 1, 2 and 4 chains, and again", async () => {
    const options = { seed: "bits", warmup: 60, draws: 40 };
    const four = await sample(banana, { ...options, chains: 4 });
    const two = await sample(banana, { ...options, chains: 2 });
    const one = await sample(banana, { ...options, chains: 1 });
    expect(two).toEqual(four.slice(0, 2));
    expect(one).toEqual(four.slice(0, 1));
    expect(await sample(banana, options)).toEqual(four);
    expect(four[1].positions).not.toEqual(four[0].positions);
  });

  test("keeps finished chains when one fails", async () => {
    let chain = 0;
    const density: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -x[0]), x[0] > 90 ? NaN : -0.5 * x[0] * x[0]),
    };
    const traces = await sample(density, {
      seed: 1,
      chains: 3,
      warmup: 50,
      draws: 20,
      initialPositions: [[0], [100], [1]],
      onProgress: (progress) => (chain = Math.max(chain, progress.chain)),
    });
    expect(traces.map(({ outcome }) => typeof outcome)).toEqual(["string", "object", "string"]);
    expect(traces.map(({ draws }) => draws)).toEqual([20, 0, 20]);
    expect(traces.map((trace) => trace.chain)).toEqual([0, 1, 2]);
    expect(chain).toBe(2);
  });

  test("lets the event loop run, so that a timer can cancel it and what is drawn is kept", async () => {
    const abort = new AbortController();
    const reports: Progress[] = [];
    setTimeout(() => abort.abort(), 30);
    const traces = await sample(banana, {
      seed: 1,
      draws: 100_000,
      signal: abort.signal,
      onProgress: (progress) => reports.push(progress),
    });
    for (const trace of traces) {
      expect(trace.outcome).toBe("cancelled");
      expect(trace.draws).toBeLessThan(100_000);
      expect(trace.positions.length).toBe(2 * trace.draws);
    }
    expect(new Set(reports.map(({ chain }) => chain))).toEqual(new Set([0, 1, 2, 3]));
  });

  test("does nothing when it is cancelled before it starts", async () => {
    let calls = 0;
    const density: LogDensity = { dimension: 1, evaluate: () => ++calls };
    const traces = await sample(density, { seed: 1, chains: 2, signal: AbortSignal.abort() });
    expect(traces.map(({ outcome }) => outcome)).toEqual(["cancelled", "cancelled"]);
    expect(calls).toBe(0);
  });

  test("rejects with the error of a listener that throws", async () => {
    const options = {
      seed: 1,
      onProgress: () => {
        throw new Error("listener");
      },
    };
    await expect(sample(banana, options)).rejects.toThrow("listener");
  });

  test("names every fault of its options at once", async () => {
    const wrong: SampleOptions = {
      seed: NaN,
      chains: 0,
      warmup: -1,
      draws: 10.5,
      targetAcceptance: 1,
      maxTreeDepth: 21,
    };
    const error = await sample(banana, wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "SampleOptionsError",
      faults: [
        "sample.seed: must be a finite number or a text, got NaN. Choose any and keep it with the result.",
        "sample.chains: must be a whole number ≥ 1, got 0. Use 4 unless you have a reason.",
        "sample.warmup: must be a whole number ≥ 0, got -1. Leave it out for 800.",
        "sample.draws: must be a whole number ≥ 0, got 10.5. Leave it out for 1000.",
        "sample.maxTreeDepth: must be a whole number from 1 to 20, got 21. Leave it out for 10.",
        "sample.targetAcceptance: must be between 0 and 1, got 1. Use 0.8, or 0.9 where trajectories diverge.",
      ],
    });
    expect((error as Error).message.split("\n")).toHaveLength(6);
  });

  test("names wrong initial positions and a target that is none", async () => {
    const faultsOf = async (target: unknown, options: unknown): Promise<unknown> =>
      sample(target as LogDensity, options as SampleOptions).then(
        () => [],
        (error: { faults: string[] }) => error.faults,
      );
    expect(await faultsOf(banana, { seed: 1, chains: 2, initialPositions: [[1, 2]] })).toEqual([
      "sample.initialPositions: must have one position per chain (2), got 1. Give one each, or none.",
    ]);
    expect(await faultsOf(banana, { seed: 1, chains: 2, initialPositions: [[1], [0, Infinity]] })).toEqual([
      "sample.initialPositions, chain 0: must have 2 numbers, got 1. Give every unconstrained parameter.",
      "sample.initialPositions, chain 1: must be finite, got Infinity at index 1. Give a point inside the support.",
    ]);
    expect(await faultsOf({ dimension: 0 }, { seed: 1 })).toEqual([
      "target.dimension: must be a whole number ≥ 1, got 0. Give the number of unconstrained parameters.",
      "target.evaluate: must be a function (position, gradient) => number, got undefined. Return the log density and fill the gradient.",
    ]);
    expect(await faultsOf(undefined, undefined)).toHaveLength(3);
    expect(await faultsOf(banana, { seed: 1, chains: undefined, draws: 0, warmup: 0 })).toEqual([]);
  });
});
