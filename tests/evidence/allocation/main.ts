/**
 * What a leapfrog step costs beyond the gradient: memory and time.
 *
 *     npm run evidence -- allocation
 *
 * Memory: bytes that the heap of JavaScript grows by, without a collection in between, in a short run and in a long one; the slope
 * between them is what a step leaves behind. No array and no object is: the bytes are numbers that V8 puts into boxes of 16 bytes
 * where a function that it has not inlined returns one (the density's own value, exp, a random number), so they do not grow with the
 * parameters. Time: CPU of a run less that of as many evaluations of the density alone, the best of a few rounds.
 *
 * Fails where the bytes of a step at 1,000 parameters are more than 100 above those at 10 (one vector would be 8,000), or more than
 * 250 anywhere, and where the time beyond the gradient at 100 parameters is 2 µs or more; directions of a metric cost their own
 * 4 · rank · parameters operations on top (five of them here), which are shown and not judged.
 */

import { spawnSync } from "node:child_process";
import { PerformanceObserver } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { type LogDensity, type Metric, sample, type SampleOptions } from "@mmm/sampler";

/** Room for all that is allocated between two readings, so that nothing is collected in between. */
const flags = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=128"];
if (globalThis.gc === undefined) {
  const arguments_ = [...process.execArgv, ...flags, fileURLToPath(import.meta.url)];
  process.exit(spawnSync(process.execPath, arguments_, { stdio: "inherit" }).status ?? 1);
}
const collect = globalThis.gc as () => void;
let collections = 0;
new PerformanceObserver((list) => (collections += list.getEntries().length)).observe({ entryTypes: ["gc"] });

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

function normal(dimension: number): LogDensity {
  return {
    dimension,
    evaluate(x, g) {
      let square = 0;
      for (let i = 0; i < x.length; i++) {
        g[i] = -x[i]!;
        square += x[i]! * x[i]!;
      }
      return -0.5 * square;
    },
  };
}

const kinds = ["diagonal", "low rank", "adaptive steps"] as const;
type Kind = (typeof kinds)[number];

/** Directions that stretch nothing by much, so that paths are as long as without them. */
function metricOf(kind: Kind, dimension: number): Metric {
  const [mean, scale] = [new Float64Array(dimension), new Float64Array(dimension).fill(1)];
  if (kind !== "low rank") return { mean, scale };
  const rank = 5;
  const directions = new Float64Array(rank * dimension);
  for (let k = 0; k < rank; k++) directions[k * dimension + k] = 1;
  const stretches = new Float64Array(rank).fill(1.1);
  return { mean, scale, correction: { rank, directions, stretches, scratch: new Float64Array(dimension) } };
}

interface Work {
  readonly leapfrogs: number;
  readonly seconds: number;
}

/** One chain without warm-up, its steps so short that nearly all work is in them. */
async function run(kind: Kind, dimension: number, draws: number): Promise<Work> {
  const options: SampleOptions = {
    ...{ seed: 1, chains: 1, warmup: 0, draws, initial: "random" },
    start: { metric: metricOf(kind, dimension), stepSize: 0.01 },
    integrator: kind === "adaptive steps" ? "adaptive" : "leapfrog",
  };
  const start = process.cpuUsage();
  const [trace] = await sample(normal(dimension), options);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  return { leapfrogs: trace!.leapfrogs.reduce((sum, count) => sum + count, 0), seconds };
}

/** Bytes by which the heap grew during a run; they count only if nothing was collected meanwhile. */
async function growth(kind: Kind, dimension: number, draws: number): Promise<readonly [number, number]> {
  for (let attempt = 0; attempt < 20; attempt++) {
    collect();
    await settle();
    const before = collections;
    const start = process.memoryUsage().heapUsed;
    const { leapfrogs } = await run(kind, dimension, draws);
    const bytes = process.memoryUsage().heapUsed - start;
    await settle();
    if (collections === before) return [bytes, leapfrogs];
  }
  throw new Error("allocation: the heap must stay uncollected, got a collection in each of 20 attempts.");
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Bytes that a step leaves behind: the slope between a short run and a long one. */
async function bytesPerStep(kind: Kind, dimension: number): Promise<number> {
  await run(kind, dimension, 400); // compiled by now
  const slopes: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [few, fewSteps] = await growth(kind, dimension, 30);
    const [many, manySteps] = await growth(kind, dimension, 130);
    slopes.push((many - few) / (manySteps - fewSteps));
  }
  return median(slopes);
}

/** Microseconds of a step and of an evaluation alone. */
async function times(kind: Kind, dimension: number): Promise<readonly [number, number]> {
  const density = normal(dimension);
  const position = new Float64Array(dimension).fill(0.3);
  const gradient = new Float64Array(dimension);
  let step = Infinity;
  let evaluation = Infinity;
  for (let round = 0; round < 6; round++) {
    const { seconds, leapfrogs } = await run(kind, dimension, 100);
    step = Math.min(step, (1e6 * seconds) / leapfrogs);
    const start = performance.now();
    for (let n = 0; n < 20_000; n++) density.evaluate(position, gradient);
    evaluation = Math.min(evaluation, (1000 * (performance.now() - start)) / 20_000);
  }
  return [step, evaluation];
}

const [mostBytes, mostGrowth, mostMicroseconds] = [250, 100, 2];
for (const kind of kinds) {
  let smallest: number | undefined;
  for (const dimension of [10, 100, 1000]) {
    const bytes = await bytesPerStep(kind, dimension);
    const [step, evaluation] = await times(kind, dimension);
    const beyond = step - evaluation;
    console.log(
      [
        kind.padEnd(15),
        String(dimension).padStart(10),
        bytes.toFixed(2).padStart(11),
        step.toFixed(3).padStart(8),
        evaluation.toFixed(3).padStart(22),
        beyond.toFixed(3).padStart(10),
      ].join(" "),
    );
    smallest ??= bytes;
    if (!(bytes < mostBytes && bytes < smallest + mostGrowth)) process.exitCode = 1;
    if (kind !== "low rank" && dimension === 100 && !(beyond < mostMicroseconds)) process.exitCode = 1;
  }
}
