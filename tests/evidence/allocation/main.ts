/**
 * What a leapfrog step costs beyond the gradient: memory and time.
 *
 *     npm run evidence -- allocation
 *
 * Memory: bytes that the heap of JavaScript grows by, without a collection in between, in transitions of few and of many leapfrog
 * steps; the slope between them is what a step leaves behind. No array and no object is: the bytes are numbers that V8 puts into
 * boxes of 16 bytes where a function it has not inlined returns one (the density's own value, exp, a random number), so they do not
 * grow with the parameters. Time: that of a transition's steps less that of as many evaluations of the density alone, the best of
 * many rounds.
 *
 * Fails where the bytes of a step at 1,000 parameters are more than 100 above those at 10 (one vector would be 8,000), or more than
 * 250 anywhere, and where the time beyond the gradient at 100 parameters is 2 µs or more; directions of a metric cost their own
 * 4 · rank · parameters operations on top (five of them here), which are shown and not judged.
 */

import { spawnSync } from "node:child_process";
import { PerformanceObserver } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { drawNormal, randomStream } from "@mmm/numerics";
import type { LogDensity } from "@mmm/sampler";
import { makeTransition } from "../../../packages/sampler/src/chain/transition.js";
import { makeAdaptiveLeaf } from "../../../packages/sampler/src/hamiltonian/adaptive-leaf.js";
import { makeCorrection } from "../../../packages/sampler/src/hamiltonian/correction.js";
import { identityMetric, whiten } from "../../../packages/sampler/src/hamiltonian/metric.js";
import { makeTrajectory, type Trajectory } from "../../../packages/sampler/src/trajectory/trajectory.js";

/** Room for all that is allocated between two readings, so that nothing is collected in between. */
const flags = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=128"];
if (globalThis.gc === undefined) {
  const arguments_ = [...process.execArgv, ...flags, fileURLToPath(import.meta.url)];
  process.exit(spawnSync(process.execPath, arguments_, { stdio: "inherit" }).status ?? 1);
}
const collect = globalThis.gc;
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

function startTrajectory(kind: Kind, dimension: number): Trajectory {
  const metric = identityMetric(dimension);
  if (kind === "low rank") {
    const directions = new Float64Array(5 * dimension);
    for (let k = 0; k < 5; k++) directions[k * dimension + k] = 1;
    metric.correction = makeCorrection(directions, new Float64Array(5).fill(1.1));
  }
  const adaptiveLeaf = kind === "adaptive steps" ? makeAdaptiveLeaf(1, dimension) : undefined;
  const trajectory = makeTrajectory(normal(dimension), metric, 10, { adaptiveLeaf });
  const stream = randomStream("allocation");
  const { current, density } = trajectory;
  for (let i = 0; i < dimension; i++) current.position[i] = drawNormal(stream);
  current.logDensity = density.evaluate(current.position, current.gradient);
  whiten(metric, current);
  return trajectory;
}

interface Work {
  readonly leapfrogs: number;
  readonly transitions: number;
  readonly seconds: number;
}

function run(trajectory: Trajectory, stepSize: number, leapfrogs: number): Work {
  const stream = randomStream("run");
  let done = 0;
  let transitions = 0;
  const start = performance.now();
  while (done < leapfrogs) {
    done += makeTransition(trajectory, stepSize, stream).leapfrogs;
    transitions++;
  }
  return { leapfrogs: done, transitions, seconds: (performance.now() - start) / 1000 };
}

/** Bytes per transition, and leapfrogs per transition; the heap's growth counts only if nothing was collected meanwhile. */
async function growth(trajectory: Trajectory, stepSize: number): Promise<readonly [number, number]> {
  for (let attempt = 0; attempt < 20; attempt++) {
    void collect();
    await settle();
    const before = collections;
    const start = process.memoryUsage().heapUsed;
    const { leapfrogs, transitions } = run(trajectory, stepSize, 40_000);
    const bytes = process.memoryUsage().heapUsed - start;
    await settle();
    if (collections === before) return [bytes / transitions, leapfrogs / transitions];
  }
  throw new Error(
    "allocation: the heap must stay uncollected for 40,000 steps, got a collection in each of 20 attempts.",
  );
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Bytes that a step allocates. */
async function bytesPerStep(kind: Kind, dimension: number): Promise<number> {
  const trajectory = startTrajectory(kind, dimension);
  for (const stepSize of [0.4, 0.01]) run(trajectory, stepSize, 200_000); // compiled by now
  const slopes: number[] = [];
  for (let round = 0; round < 9; round++) {
    const [few, fewSteps] = await growth(trajectory, 0.4);
    const [many, manySteps] = await growth(trajectory, 0.01);
    slopes.push((many - few) / (manySteps - fewSteps));
  }
  return median(slopes);
}

/** Microseconds of a step and of an evaluation alone. */
function times(kind: Kind, dimension: number): readonly [number, number] {
  const trajectory = startTrajectory(kind, dimension);
  const density = normal(dimension);
  const position = new Float64Array(dimension).fill(0.3);
  const gradient = new Float64Array(dimension);
  let step = Infinity;
  let evaluation = Infinity;
  for (let round = 0; round < 30; round++) {
    const { seconds, leapfrogs } = run(trajectory, 0.2, 30_000);
    step = Math.min(step, (1e6 * seconds) / leapfrogs);
    const start = performance.now();
    for (let n = 0; n < 30_000; n++) density.evaluate(position, gradient);
    evaluation = Math.min(evaluation, (1000 * (performance.now() - start)) / 30_000);
  }
  return [step, evaluation];
}

console.log("kernel          parameters  bytes/step  µs/step  of which the gradient  beyond it");
const [mostBytes, mostGrowth, mostMicroseconds] = [250, 100, 2];
for (const kind of kinds) {
  let smallest: number | undefined;
  for (const dimension of [10, 100, 1000]) {
    const bytes = await bytesPerStep(kind, dimension);
    const [step, evaluation] = times(kind, dimension);
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
