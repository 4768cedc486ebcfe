/** Runs the compiled worker script `dist/chain-worker.js`: the package must have been built. */
import { describe, expect, test } from "vitest";
import type { Progress } from "./chain/progress.js";
import { nodeWorkers } from "./node-workers.js";
import { quarticNormals as target } from "./quartic-normals.contract.js";
import { sample } from "./sample.js";
import type { SampleOptions } from "./sample-options.js";
import type { LogDensity, TargetModule } from "./target.js";

/** A module whose source is in its URL: plain JavaScript, because plain Node loads it. */
function moduleOf(source: string): TargetModule {
  return { module: `data:text/javascript,${encodeURIComponent(source)}`, export: "make", data: undefined };
}

const options: SampleOptions = { seed: 5, warmup: 60, draws: 50, keepWarmup: true };

describe("chains in worker threads", () => {
  test("draw the same bits as in process, for any number of workers and chains", async () => {
    const inProcess = await sample(target, options);
    for (const workers of [1, 2, 3]) {
      expect(await sample(target, { ...options, runChains: nodeWorkers({ workers }) })).toEqual(inProcess);
    }
    const two = await sample(target, { ...options, chains: 2, runChains: nodeWorkers() });
    expect(two).toEqual(inProcess.slice(0, 2));
    expect(inProcess[0].warmup.transitions!.draws).toBe(60);
  });

  test("report their progress, in order for each chain", async () => {
    const reports: Progress[] = [];
    await sample(target, {
      ...options,
      runChains: nodeWorkers({ workers: 2 }),
      onProgress: (progress) => reports.push(progress),
    });
    for (let chain = 0; chain < 4; chain++) {
      const own = reports.filter((progress) => progress.chain === chain);
      expect(own[0].done).toBe(0);
      expect(own[own.length - 1]).toMatchObject({ phase: "sampling", done: 110, total: 110 });
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).sort((a, b) => a - b));
    }
  });

  test("keep what is drawn when they are cancelled, the waiting chains with nothing", async () => {
    const abort = new AbortController();
    const traces = await sample(target, {
      ...options,
      chains: 3,
      draws: 200_000,
      signal: abort.signal,
      runChains: nodeWorkers({ workers: 2 }),
      onProgress: ({ phase }) => {
        if (phase === "sampling") abort.abort();
      },
    });
    expect(traces.map(({ outcome }) => outcome)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(Math.max(traces[0].draws, traces[1].draws)).toBeGreaterThan(0);
    expect(traces[2].draws).toBe(0);
    for (const { draws, positions } of traces) {
      expect(draws).toBeLessThan(200_000);
      expect(positions.length).toBe(3 * draws);
    }
  });

  test("do nothing when cancelled before they start", async () => {
    const runChains = nodeWorkers({ workers: 2 });
    const traces = await sample(target, { ...options, signal: AbortSignal.abort(), runChains });
    expect(traces.map(({ outcome, draws }) => [outcome, draws])).toEqual(Array(4).fill(["cancelled", 0]));
  });

  // Chain 1 starts at 100, where the density ends the thread; the others never come there.
  test("survive a worker that dies: its chain says so, the others finish", async () => {
    const deadly = moduleOf(`
      export const make = () => ({
        dimension: 1,
        evaluate(x, g) {
          if (x[0] > 50) process.exit(3);
          g[0] = -x[0];
          return -0.5 * x[0] * x[0];
        },
      });`);
    const traces = await sample(deadly, {
      ...options,
      initialPositions: [[0], [100], [1], [2]],
      runChains: nodeWorkers({ workers: 1 }),
    });
    expect(traces.map(({ outcome }) => outcome)).toEqual([
      "finished",
      { failed: "worker: must live until its chain ends, got exit code 3. Draws of other chains are kept." },
      "finished",
      "finished",
    ]);
    expect(traces.map(({ chain, draws, dimension }) => [chain, draws, dimension])).toEqual([
      [0, 50, 1],
      [1, 0, 1],
      [2, 50, 1],
      [3, 50, 1],
    ]);
  });

  test("say with whose error a worker died that never came to a chain", async () => {
    const stillborn = moduleOf(
      "export const make = () => { queueMicrotask(() => { throw new Error('out of tune'); }); return new Promise(() => {}); };",
    );
    const traces = await sample(stillborn, { ...options, chains: 2, runChains: nodeWorkers({ workers: 1 }) });
    const failed =
      'worker: must live until its chain ends, got "out of tune". Draws of other chains are kept.';
    expect(traces.map(({ outcome }) => outcome)).toEqual([{ failed }, { failed }]);
    expect(traces.map(({ draws, dimension }) => [draws, dimension])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("give a chain whose density throws its error as outcome", async () => {
    const throwing = moduleOf(
      "export const make = () => ({ dimension: 1, evaluate() { throw new Error('no'); } });",
    );
    const [trace] = await sample(throwing, { ...options, chains: 1, runChains: nodeWorkers() });
    expect(trace.outcome).toMatchObject({ failed: expect.stringContaining('"Error: no"') });
  });

  test("reject with a listener's error and leave no thread behind", async () => {
    const onProgress = (): never => {
      throw new Error("listener");
    };
    await expect(
      sample(target, { ...options, draws: 200_000, onProgress, runChains: nodeWorkers({ workers: 2 }) }),
    ).rejects.toThrow("listener");
  });
});

describe("a target", () => {
  const runChains = nodeWorkers({ workers: 2 });
  const messageOf = (wrong: TargetModule | LogDensity, where: Partial<SampleOptions>): Promise<string> =>
    sample(wrong, { ...options, ...where }).then(
      () => "no error",
      (error: Error) => error.message,
    );

  test("that is a function is refused by workers at the door", async () => {
    const density: LogDensity = { dimension: 1, evaluate: () => 0 };
    expect(await messageOf(density, { runChains })).toBe(
      "nodeWorkers: the target must be a TargetModule { module, export, data }, got a LogDensity. " +
        "Functions cannot travel to another thread: put the density into a module, or leave out runChains.",
    );
  });

  test("that cannot be loaded is refused with the same words in process and by workers", async () => {
    const wrong = [
      { ...target, export: "makeDensity" },
      moduleOf("export const make = () => ({ dimension: 1.5, evaluate() {} });"),
      { ...target, module: new URL("./no-such-module.js", import.meta.url).href },
    ];
    const rules = [
      'must export a function "makeDensity", got undefined (make). Correct the export\'s name.',
      "make(data) is no log density.\ntarget.dimension: must be a whole number ≥ 1, got 1.5.",
      "must be importable, got",
    ];
    for (const [n, module] of wrong.entries()) {
      expect(await messageOf(module, {})).toContain(rules[n]);
      expect(await messageOf(module, { runChains })).toContain(rules[n]);
    }
  });

  test("whose data cannot travel is refused", async () => {
    const message = await messageOf({ ...target, data: { scale: () => 1 } }, { runChains });
    expect(message).toContain("data must survive structuredClone, got");
    expect(message).toContain("Pass plain data and build functions inside the module.");
  });

  test("needs at least one worker", () => {
    expect(() => nodeWorkers({ workers: 0 })).toThrow(
      "nodeWorkers.workers: must be a whole number ≥ 1, got 0. Leave it out to use every core.",
    );
  });
});
