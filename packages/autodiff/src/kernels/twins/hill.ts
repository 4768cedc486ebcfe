/** Twins of Hill saturation and its pullback over rows. */

import { exp, log } from "@mmm/numerics";

const LN_2 = 0.6931471805599453;
const LOG2_E = 1.4426950408889634;
/** Below the smallest normal number there is no media. */
const SMALLEST = 2.2250738585072014e-308;
/** log2 of nothing: so low that h is 0, yet finite, so that 0 · r stays 0. */
const LOG_OF_NOTHING = -1e100;

export function hill(
  memory: Float64Array,
  h: number,
  r: number,
  x: number,
  k: number,
  s: number,
  n2: number,
  n1: number,
  n0: number,
  k2: number,
  k1: number,
  s2: number,
  s1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const half = memory[k + i * k2 + j * k1];
      const slope = memory[s + i * s2 + j * s1];
      for (let t = 0; t < n0; t++) {
        const media = memory[x++];
        const octaves = media < SMALLEST ? LOG_OF_NOTHING : log(media / half) * LOG2_E;
        memory[r++] = octaves;
        memory[h++] = 1 / (1 + exp(-slope * octaves * LN_2));
      }
    }
  }
}

export function hillPullback(
  memory: Float64Array,
  gx: number,
  sumW: number,
  sumWr: number,
  g: number,
  h: number,
  r: number,
  x: number,
  s: number,
  n2: number,
  n1: number,
  n0: number,
  s2: number,
  s1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const slope = memory[s + i * s2 + j * s1];
      let total = 0;
      let totalOctaves = 0;
      for (let t = 0; t < n0; t++) {
        const share = memory[h++];
        const weight = memory[g++] * share * (1 - share);
        memory[gx++] = (weight * slope) / Math.max(memory[x++], SMALLEST);
        total += weight;
        totalOctaves += weight * memory[r++];
      }
      memory[sumW++] = total;
      memory[sumWr++] = totalOctaves;
    }
  }
}
