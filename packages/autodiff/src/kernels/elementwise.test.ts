/** Accuracy of the elementwise kernels against mpmath, and what they make of zeros, infinities and NaN. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type KernelName, kernelNames, recordLength } from "./kernel-table.js";
import { createTwinBackend } from "./twin-backend.js";
import { createWasmBackend } from "./wasm-backend.js";

/** By kernel: [x, f(x)] pairs, made by elementwise.reference.py. */
const reference = JSON.parse(
  readFileSync(new URL("elementwise.reference.json", import.meta.url), "utf8"),
) as Record<string, readonly (readonly [number, number])[]>;

const backends = { wasm: createWasmBackend, twin: createTwinBackend };

function apply(
  backendName: keyof typeof backends,
  kernel: KernelName,
  x: readonly number[],
): readonly number[] {
  const backend = backends[backendName](2 * x.length, 1);
  backend.view(0, x.length).set(x);
  const record = new Int32Array(recordLength);
  record.set([kernelNames.indexOf(kernel), x.length, 0, x.length]);
  backend.load(record)(0, 1);
  return [...backend.view(x.length, x.length)];
}

/** Place of a double in the order of all doubles. */
function rank(x: number): bigint {
  const bits = new BigInt64Array(Float64Array.of(x).buffer)[0]!;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Largest distance in doubles: measured errors (scripts/measure-accuracy.py) rounded up. */
const largestDistance: Readonly<Record<string, number>> = {
  ...{ exp: 1, log: 1, log1p: 1, expm1: 2, tanh: 4, logistic: 2, softplus: 2, sin: 1, cos: 1 },
  ...{ logGamma: 6, digamma: 6, trigamma: 4 },
};

test.each(Object.keys(reference))("%s stays within its stated distance from the nearest double", (name) => {
  const pairs = reference[name]!;
  for (const backend of ["wasm", "twin"] as const) {
    const results = apply(
      backend,
      name as KernelName,
      pairs.map(([x]) => x),
    );
    const wrong = pairs
      .map(([x, y], i) => ({ x, y, result: results[i]!, distance: Number(rank(results[i]!) - rank(y)) }))
      .filter(({ distance }) => !(Math.abs(distance) <= largestDistance[name]!));
    expect({ backend, wrong }).toEqual({ backend, wrong: [] });
  }
});

const { MAX_VALUE: largest, MIN_VALUE: smallest } = Number;

/** By kernel: [x, f(x)], exact, zeros with their signs. */
const special: { readonly [K in KernelName]?: readonly (readonly [number, number])[] } = {
  negate: [
    [0, -0],
    [-0, 0],
    [Infinity, -Infinity],
  ],
  exp: [
    [0, 1],
    [-0, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [710, Infinity],
    [largest, Infinity],
    [-746, 0],
    [smallest, 1],
  ],
  log: [
    [0, -Infinity],
    [-0, -Infinity],
    [1, 0],
    [Infinity, Infinity],
    [-1, NaN],
    [-smallest, NaN],
    [-Infinity, NaN],
  ],
  log1p: [
    [0, 0],
    [-0, -0],
    [-1, -Infinity],
    [-2, NaN],
    [-Infinity, NaN],
    [Infinity, Infinity],
    [-smallest, -smallest],
  ],
  expm1: [
    [0, 0],
    [-0, -0],
    [Infinity, Infinity],
    [-Infinity, -1],
    [-50, -1],
    [710, Infinity],
    [-smallest, -smallest],
  ],
  sqrt: [
    [0, 0],
    [-0, -0],
    [4, 2],
    [-1, NaN],
    [Infinity, Infinity],
  ],
  square: [
    [-0, 0],
    [-Infinity, Infinity],
    [largest, Infinity],
  ],
  reciprocal: [
    [0, Infinity],
    [-0, -Infinity],
    [Infinity, 0],
    [-Infinity, -0],
  ],
  tanh: [
    [0, 0],
    [-0, -0],
    [Infinity, 1],
    [-Infinity, -1],
    [largest, 1],
    [-25, -1],
    [-smallest, -smallest],
  ],
  logistic: [
    [0, 0.5],
    [-0, 0.5],
    [Infinity, 1],
    [-Infinity, 0],
    [40, 1],
    [-800, 0],
  ],
  softplus: [
    [Infinity, Infinity],
    [-Infinity, 0],
    [800, 800],
    [-800, 0],
    [largest, largest],
  ],
  sin: [
    [0, 0],
    [-0, -0],
    [Infinity, NaN],
    [-Infinity, NaN],
  ],
  cos: [
    [0, 1],
    [-0, 1],
    [Infinity, NaN],
    [-Infinity, NaN],
  ],
  logGamma: [
    [1, 0],
    [2, 0],
    [0, Infinity],
    [-0, Infinity],
    [-3, Infinity],
    [Infinity, Infinity],
    [-Infinity, Infinity],
  ],
  digamma: [
    [Infinity, Infinity],
    [-2, NaN],
    [-Infinity, NaN],
  ],
  trigamma: [
    [Infinity, 0],
    [0, Infinity],
    [-2, Infinity],
  ],
};

test.each(Object.keys(special) as KernelName[])("%s knows zeros, infinities, bounds and NaN", (kernel) => {
  // Neighbours of any kind in the other lane change nothing.
  const pairs = [...special[kernel]!, [NaN, NaN] as const];
  const mixed = pairs.flatMap((pair) => [pair, pairs[0]!, pair]);
  for (const backend of ["wasm", "twin"] as const) {
    const results = apply(
      backend,
      kernel,
      mixed.map(([x]) => x),
    );
    expect({ backend, results }).toEqual({ backend, results: mixed.map(([, y]) => y) });
  }
});

test.each(["logGamma", "digamma", "trigamma"] as const)(
  "%s of negative numbers agrees with its twin",
  (kernel) => {
    const x = Array.from({ length: 40 }, (_, i) => -0.37 * i - 0.1);
    const twin = apply("twin", kernel, x);
    apply("wasm", kernel, x).forEach((value, i) =>
      expect(Math.abs(value - twin[i]!)).toBeLessThan(1e-11 * (1 + Math.abs(twin[i]!))),
    );
  },
);
