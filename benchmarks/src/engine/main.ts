/**
 * What the engine costs besides evaluating: loading it, compiling a model, and memory over many evaluations; and how
 * its time grows with the data.
 *
 *     npm run bench -- engine
 */

import { spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { compile, type Program } from "@mmm/autodiff";
import { drawMarket, type MarketSize, marketSizes } from "../gradient/market.js";
import { writeModel } from "../gradient/model.js";
import { drawPosition } from "../gradient/position-layout.js";
import { median } from "../median.js";

const seed = 20_240_501;
const evaluations = 100_000;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function compileModel(size: MarketSize): Program {
  const { logDensity, variables } = writeModel(drawMarket(size, seed));
  return compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
}

/** Import, first and second program in processes of their own, as a user's first calls see them. */
function loadMilliseconds(): { readonly load: number; readonly first: number; readonly second: number } {
  const url = new URL("../../../packages/autodiff/bundle/index.js", import.meta.url).href;
  const script = `const start = performance.now();
const { compile, input, multiply } = await import(${JSON.stringify(url)});
const loaded = performance.now();
const program = (name) => {
  const x = input(name);
  return compile({ outputs: { y: multiply(x, x) }, variables: [x], differentiate: "y" });
};
program("x");
const first = performance.now();
program("z");
process.stdout.write(JSON.stringify([loaded - start, first - loaded, performance.now() - first]));`;
  const words = ["--input-type=module", "-e", script];
  const runs = Array.from({ length: 9 }, () => {
    const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
    return JSON.parse(stdout) as [number, number, number];
  });
  const [load, first, second] = [0, 1, 2].map((i) => median(runs.map((run) => run[i]!)));
  return { load: load!, first: first!, second: second! };
}

/** Bytes of heap that evaluations leave behind, after garbage collection on either side. */
function heapGrowth(program: Program, position: Float64Array): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const gradient = new Float64Array(position.length);
  const run = (count: number): void => {
    for (let i = 0; i < count; i++) program.evaluateGradient(position, gradient);
  };
  run(1000);
  collect();
  const before = process.memoryUsage().heapUsed;
  run(evaluations);
  collect();
  return process.memoryUsage().heapUsed - before;
}

function microsecondsPerGradient(program: Program, position: Float64Array): number {
  const gradient = new Float64Array(position.length);
  const once = (): unknown => program.evaluateGradient(position, gradient);
  for (let i = 0; i < 20; i++) once();
  const times = Array.from({ length: 31 }, () => milliseconds(once));
  return 1000 * median(times);
}

const byName = new Map(marketSizes.map((size) => [size.name, size]));
const [small, medium] = [byName.get("S")!, byName.get("M")!];
const { load, first, second } = loadMilliseconds();
console.log(
  `load the engine: ${load.toFixed(1)} ms; instantiate the kernels and compile a first program: ${first.toFixed(1)} ms; ` +
    `a second program: ${second.toFixed(1)} ms`,
);
const compiled = median(Array.from({ length: 9 }, () => milliseconds(() => compileModel(medium))));
console.log(`draw data, write and compile model M: ${compiled.toFixed(1)} ms`);
const growth = heapGrowth(compileModel(small), drawPosition(small, seed));
console.log(`heap after ${evaluations} gradients of model S: ${growth > 0 ? "+" : ""}${growth} bytes`);
for (const factor of [1, 2, 4, 8]) {
  const size = { ...medium, times: factor * medium.times };
  const time = microsecondsPerGradient(compileModel(size), drawPosition(size, seed));
  const cells = size.times * size.geos * size.channels;
  console.log(
    `model M × ${factor} weeks: ${time.toFixed(0)} µs, ${((1000 * time) / cells).toFixed(2)} ns per media cell`,
  );
}
