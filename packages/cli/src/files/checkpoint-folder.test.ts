import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LogDensity, memoryStore, sample, type Trace } from "@mmm/sampler";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkpointFolder, patientStore } from "./checkpoint-folder.js";

const normal: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]!), -0.5 * x[0]! * x[0]!) };
let place: string;
beforeEach(() => void (place = mkdtempSync(join(tmpdir(), "mmm-checkpoint-"))));
afterEach(() => rmSync(place, { recursive: true }));

describe("a folder of checkpoints", () => {
  it("is gone with them, unless somebody keeps something else in it", async () => {
    const folder = checkpointFolder(join(place, "a"));
    expect(folder.exists()).toBe(false);
    folder.clear();
    const checkpoint = { store: folder.store };
    await sample(normal, { seed: 1, chains: 2, warmup: 20, draws: 20, checkpoint });
    expect(folder.exists()).toBe(true);
    folder.clear();
    expect([folder.exists(), existsSync(join(place, "a"))]).toEqual([false, false]);
    await sample(normal, { seed: 1, chains: 1, warmup: 20, draws: 20, checkpoint });
    writeFileSync(join(place, "a", "notes.txt"), "mine");
    folder.clear();
    expect(readdirSync(join(place, "a"))).toEqual(["notes.txt"]);
  });
});

describe("a patient store", () => {
  it("waits, makes room once, and always keeps the draws of a cancelled chain", async () => {
    let now = 0;
    let room = 0;
    const inner = memoryStore();
    const store = patientStore(inner, {
      milliseconds: 1000,
      now: () => now,
      onFirst: () => void (room += 1),
    });
    const trace = (draws: number, outcome: Trace["outcome"]) => ({ chain: 0, draws, outcome }) as Trace;
    const kept = async () => (await inner.read(0))?.draws;
    await store.write(0, trace(1, "running"));
    await store.write(0, trace(0, "cancelled"));
    expect([await kept(), room]).toEqual([undefined, 0]);
    now = 1000;
    await store.write(0, trace(2, "running"));
    now = 1999;
    await store.write(0, trace(3, "running"));
    expect(await kept()).toBe(2);
    await store.write(0, trace(4, "cancelled"));
    expect([await kept(), room]).toEqual([4, 1]);
  });
});
