/** The Hill kernels at the borders of their domain, on both backends. */

import { expect, test } from "vitest";
import { kernelNames, recordLength } from "./kernel-table.js";
import { createTwinBackend } from "./twin-backend.js";
import { createWasmBackend } from "./wasm-backend.js";

/** h and r of one row. */
function hillRow(
  createBackend: typeof createWasmBackend,
  x: readonly number[],
  k: number,
  s: number,
): { readonly h: readonly number[]; readonly r: readonly number[] } {
  const n = x.length;
  const backend = createBackend(3 * n + 2, 1);
  backend.view(0, n + 2).set([...x, k, s]);
  const record = new Int32Array(recordLength);
  record.set([kernelNames.indexOf("hill"), n + 2, 2 * n + 2, 0, n, n + 1, 1, 1, n]);
  backend.load(record)(0, 1);
  return { h: [...backend.view(n + 2, n)], r: [...backend.view(2 * n + 2, n)] };
}

const backends = [
  ["wasm", createWasmBackend],
  ["twin", createTwinBackend],
] as const;

test.each(backends)("%s: no media have no effect, whatever k and s", (_, createBackend) => {
  const { h, r } = hillRow(createBackend, [0, 0, 5e-324, 0, 0], 0.3, 0.01);
  expect(h).toEqual([0, 0, 0, 0, 0]);
  expect(r).toEqual(new Array(5).fill(-1e100));
});

test.each(backends)(
  "%s: at the half-saturation the effect is one half to the last bit",
  (_, createBackend) => {
    for (const k of [1e-9, 0.7, 1, 3, 123456]) {
      const { h, r } = hillRow(createBackend, [k, k, k], k, 1.7);
      expect(h).toEqual([0.5, 0.5, 0.5]);
      expect(r).toEqual([0, 0, 0]);
    }
  },
);

test.each(backends)("%s: tiny and huge media saturate at 0 and 1 without overflow", (_, createBackend) => {
  const { h } = hillRow(createBackend, [1e-300, 1e-200, 1e200, 1e300], 1, 9);
  expect(h[0]).toBeLessThan(1e-300);
  expect(h[1]).toBeLessThan(1e-300);
  expect(h.slice(2)).toEqual([1, 1]);
});

test.each(backends)("%s: NaN in media or parameters gives NaN", (_, createBackend) => {
  expect(hillRow(createBackend, [1, NaN, 1], 1, 2).h).toEqual([0.5, NaN, 0.5]);
  expect(hillRow(createBackend, [1, 2], NaN, 2).h).toEqual([NaN, NaN]);
  expect(hillRow(createBackend, [1, 2], 1, NaN).h).toEqual([NaN, NaN]);
});
