/** Runs the compiled package in a child process: it must have been built. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeWorkers } from "../node-workers.js";
import { sample } from "../sample.js";
import type { SampleOptions } from "../sample-options.js";
import type { TargetModule } from "../target.js";
import { fileStore } from "./file-store.js";

/** A banana whose every evaluation takes `data` milliseconds. */
const slowBanana = (wait: number): TargetModule => ({
  module: `data:text/javascript,${encodeURIComponent(`
    const clock = new Int32Array(new SharedArrayBuffer(4));
    export const make = (wait) => ({
      dimension: 2,
      evaluate(x, g) {
        if (wait > 0) Atomics.wait(clock, 0, 0, wait);
        const bend = x[1] - 0.3 * x[0] * x[0];
        g[0] = -x[0] + 0.6 * x[0] * bend;
        g[1] = -bend;
        return -0.5 * (x[0] * x[0] + bend * bend);
      },
    });`)}`,
  export: "make",
  data: wait,
});
const options: SampleOptions = { seed: "kill", chains: 2, warmup: 60, draws: 100 };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "mmm-checkpoints-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("checkpoints in files", () => {
  test("survive SIGKILL in the middle of a run in worker threads: it goes on with the same bits", async () => {
    const doors = ["../../dist/index.js", "../../dist/node.js"].map(
      (path) => new URL(path, import.meta.url).href,
    );
    const program = `
      const [{ sample }, { fileStore, nodeWorkers }] = await Promise.all(${JSON.stringify(doors)}.map((door) => import(door)));
      await sample(${JSON.stringify(slowBanana(1))}, {
        ...${JSON.stringify(options)},
        runChains: nodeWorkers({ workers: 2 }),
        checkpoint: { store: fileStore(${JSON.stringify(folder)}), every: 7 },
      });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    const exit = once(child, "exit");
    const store = fileStore(folder);
    while (((await store.read(0))?.draws ?? 0) === 0 && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
    expect((await store.read(0))!.draws).toBeLessThan(100);
    const whole = await sample(slowBanana(0), options);
    const checkpoint = { store, resume: true };
    const resumed = await sample(slowBanana(0), {
      ...options,
      checkpoint,
      runChains: nodeWorkers({ workers: 2 }),
    });
    expect(resumed).toEqual(whole);
    expect(await store.read(1)).toEqual(whole[1]);
  });

  test.skipIf(!existsSync("/dev/full"))("on a full disk are reported, and no draw is lost", async () => {
    symlinkSync("/dev/full", join(folder, `chain-1.checkpoint.${process.pid}.tmp`));
    const store = fileStore(folder);
    const traces = await sample(slowBanana(0), { ...options, checkpoint: { store, every: 1000 } });
    const whole = await sample(slowBanana(0), options);
    expect(traces[0]).toEqual(whole[0]);
    expect({ ...traces[1], warnings: undefined }).toEqual(whole[1]);
    expect(traces[1].warnings![0]).toContain("ENOSPC");
    expect(readdirSync(folder)).toEqual(["chain-0.checkpoint"]);
  });

  test("in a folder that cannot be made are reported, and no draw is lost", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const checkpoint = { store: fileStore(join(file, "below")), every: 50 };
    const traces = await sample(slowBanana(0), { ...options, checkpoint });
    expect(traces.map(({ draws }) => draws)).toEqual([100, 100]);
    expect(traces[0].warnings![0]).toMatch(/ENOTDIR|EEXIST/);
  });

  test("that are something else are refused", async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "chain-0.checkpoint"), "something else");
    const checkpoint = { store: fileStore(folder), resume: true };
    await expect(sample(slowBanana(0), { ...options, checkpoint })).rejects.toThrow(
      "chain-0.checkpoint: must be a checkpoint of this version, got 14 bytes of something else. Delete it to start this chain anew.",
    );
  });

  test("keep what a chain had drawn whose worker died", async () => {
    const deadly: TargetModule = {
      module: `data:text/javascript,${encodeURIComponent(`
        let left = 2000;
        export const make = () => ({
          dimension: 1,
          evaluate(x, g) {
            if (left-- === 0) process.exit(3);
            g[0] = -x[0];
            return -0.5 * x[0] * x[0];
          },
        });`)}`,
      export: "make",
      data: undefined,
    };
    const store = fileStore(folder);
    const [trace] = await sample(deadly, {
      ...{ seed: 1, chains: 1, warmup: 60, draws: 5000 },
      ...{ checkpoint: { store, every: 10 }, runChains: nodeWorkers({ workers: 1 }) },
    });
    expect(trace.outcome).toMatchObject({ failed: expect.stringContaining("exit code 3") });
    expect(trace.draws).toBeGreaterThan(50);
    expect(trace.positions.length).toBe(trace.draws);
    expect((await store.read(0))!.draws).toBe(trace.draws);
  });
});
