/** node run-kernel.mjs NAME: applies an elementwise kernel to the doubles on standard input, writes doubles. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src/kernels/kernel-binary.ts", import.meta.url));
const base64 = [...readFileSync(source, "utf8").matchAll(/"([A-Za-z0-9+/=]+)"/gu)]
  .map(([, line]) => line)
  .join("");
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(base64, "base64")));

const bytes = readFileSync(0);
const start = (exports.freeMemory() + 63) & ~63;
exports.memory.grow(Math.ceil((2 * bytes.length) / 65_536) + 1);
new Uint8Array(exports.memory.buffer, start, bytes.length).set(bytes);
exports[process.argv[2]](start + bytes.length, start, bytes.length / 8);
process.stdout.write(new Uint8Array(exports.memory.buffer, start + bytes.length, bytes.length));
