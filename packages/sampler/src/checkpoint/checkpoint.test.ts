import { describe, expect, test } from "vitest";
import { banana } from "../banana.contract.js";
import { extendTraces } from "../extend-traces.js";
import { sample } from "../sample.js";
import type { SampleOptions } from "../sample-options.js";
import type { Trace } from "../trace.js";
import type { CheckpointStore } from "./checkpoint-store.js";
import { memoryStore } from "./memory-store.js";

const options: SampleOptions = { seed: "saved", chains: 2, warmup: 100, draws: 80, keepWarmup: true };

/** A run that is cancelled when its chain 0 has done so many transitions. */
async function interrupted(store: CheckpointStore, done: number): Promise<readonly Trace[]> {
  const abort = new AbortController();
  const onProgress = (progress: { chain: number; done: number }): void => {
    if (progress.chain === 0 && progress.done >= done) abort.abort();
  };
  const checkpoint = { store, every: 10 };
  return sample(banana, { ...options, checkpoint, signal: abort.signal, onProgress });
}

describe("checkpoints", () => {
  test("let a cancelled run go on with the bits of a run that was never interrupted", async () => {
    const whole = await sample(banana, options);
    for (const done of [0, 40, 130]) {
      const store = memoryStore();
      const cut = await interrupted(store, done);
      expect(cut[0].outcome).toBe("cancelled");
      expect(await sample(banana, { ...options, checkpoint: { store, resume: true } })).toEqual(whole);
    }
  });

  test("are written after every so many transitions and at the end", async () => {
    const written: number[] = [];
    const store: CheckpointStore = {
      write: (_, { draws, warmup }) => void written.push(draws + warmup.draws),
      read: () => undefined,
    };
    await sample(banana, { ...options, chains: 1, checkpoint: { store, every: 30 } });
    expect(written).toEqual([30, 60, 90, 120, 150, 180]);
  });

  test("that cannot be written are reported, and no draw is lost", async () => {
    const store: CheckpointStore = {
      write: async (chain) => {
        if (chain === 1) throw new Error("ENOSPC: no space left on device, write");
      },
      read: () => undefined,
    };
    const traces = await sample(banana, { ...options, checkpoint: { store, every: 60 } });
    const [first, second] = await sample(banana, options);
    expect(traces[0]).toEqual(first);
    expect({ ...traces[1], warnings: undefined }).toEqual(second);
    expect(traces[1].warnings).toEqual([
      'checkpoint: must be written, got "ENOSPC: no space left on device, write" (3 failed). ' +
        "The draws are complete here; after a kill they would be lost since the last good checkpoint.",
    ]);
  });

  test("of a slow store do not pile up: the newest is written", async () => {
    const written: number[] = [];
    const store: CheckpointStore = {
      write: async (_, { draws, warmup }) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        written.push(draws + warmup.draws);
      },
      read: () => undefined,
    };
    await sample(banana, { ...options, chains: 1, checkpoint: { store, every: 1 } });
    expect(written.length).toBeLessThan(60);
    expect(written[written.length - 1]).toBe(180);
  });

  test("of another run are refused, each difference told", async () => {
    const store = memoryStore();
    await sample(banana, { ...options, checkpoint: { store } });
    const other = { ...options, chains: 1, warmup: 50, draws: 20, checkpoint: { store, resume: true } };
    await expect(sample(banana, other)).rejects.toThrow(
      [
        "sample.checkpoint, chain 0: warmup must be that of the interrupted run, 100, got 50. Give the options of the interrupted run, another store, or resume: false.",
        "sample.checkpoint, chain 0: draws must be at least the 80 that are stored, got 20. Give the options of the interrupted run, another store, or resume: false.",
      ].join("\n"),
    );
    await expect(
      sample(banana, { ...options, checkpoint: {} as { store: CheckpointStore } }),
    ).rejects.toThrow("sample.checkpoint.store: must be a CheckpointStore, got none.");
  });

  test("that cannot be read end the run before it begins", async () => {
    const store: CheckpointStore = {
      write: () => {},
      read: () => {
        throw new Error("EACCES: permission denied");
      },
    };
    await expect(sample(banana, { ...options, checkpoint: { store, resume: true } })).rejects.toThrow(
      "EACCES",
    );
  });
});

describe("extended traces", () => {
  test("have the bits of a longer run", async () => {
    const longer = await sample(banana, { ...options, draws: 200 });
    expect(await extendTraces(banana, await sample(banana, options), { draws: 200 })).toEqual(longer);
  });

  test("of cancelled chains are those of the whole run, in warm-up too", async () => {
    const cut = await interrupted(memoryStore(), 40);
    expect(cut[0].draws).toBe(0);
    expect(await extendTraces(banana, cut, { draws: 80 })).toEqual(await sample(banana, options));
  });

  test("need a resume point and no fewer draws", async () => {
    const [first, second] = await sample(banana, options);
    const { resumePoint: _, ...failed } = second;
    await expect(extendTraces(banana, [first, failed], { draws: 50 })).rejects.toThrow(
      "extendTraces, chain 0: draws must be a whole number of at least its 80, got 50. Give the draws in all.\n" +
        "extendTraces, chain 1: must have a resume point, got none (failed or cut). Leave it out, or sample anew.",
    );
  });
});
