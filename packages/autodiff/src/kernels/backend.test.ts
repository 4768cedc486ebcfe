/** Both backends keep the contract of the kernels, and agree with each other. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { drawKernelCall } from "./kernel-call.contract.js";
import { kernelCases } from "./kernel-cases.contract.js";
import { anyCounts, kernelContract, runCall, worstError } from "./kernel.contract.js";
import { kernelNames } from "./kernel-table.js";
import { createTwinBackend } from "./twin-backend.js";
import { createWasmBackend } from "./wasm-backend.js";

kernelContract("wasm", createWasmBackend);
kernelContract("twin", createTwinBackend);

for (const kernel of kernelNames) {
  test(`${kernel}: WebAssembly and twin agree to 1e-12`, () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(), (counts, seed) => {
        const call = drawKernelCall(kernel, kernelCases[kernel], counts, seed);
        const twin = runCall(createTwinBackend, call, kernel);
        const wasm = runCall(createWasmBackend, call, kernel);
        expect(worstError(wasm, { ...call, expected: twin })).toBeLessThan(1e-12);
      }),
      { numRuns: 10 },
    );
  });
}
