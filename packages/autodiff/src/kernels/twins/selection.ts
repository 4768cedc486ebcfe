/** Twins of maximum, minimum, comparison, selection and power. */

import { pow } from "@mmm/numerics";
import { broadcast, type BroadcastKernel } from "./broadcast.js";

export const maximum: BroadcastKernel = broadcast((a, b) => Math.max(a, b));
export const minimum: BroadcastKernel = broadcast((a, b) => Math.min(a, b));
export const greater: BroadcastKernel = broadcast((a, b) => (a > b ? 1 : 0));
export const power: BroadcastKernel = broadcast((a, b) => (a < 0 && b !== 0 ? NaN : pow(a, b)));

export function select(
  memory: Float64Array,
  out: number,
  mask: number,
  a: number,
  b: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) memory[out + i] = memory[mask + i] !== 0 ? memory[a + i] : memory[b + i];
}
