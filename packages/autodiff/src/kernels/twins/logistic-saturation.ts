/** Twins of logistic saturation h = tanh(λ x / 2) and its pullback over rows. */

import { tanh } from "@mmm/numerics";

export function logisticSaturation(
  memory: Float64Array,
  h: number,
  x: number,
  rate: number,
  n2: number,
  n1: number,
  n0: number,
  rate2: number,
  rate1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const half = 0.5 * memory[rate + i * rate2 + j * rate1];
      for (let t = 0; t < n0; t++) memory[h++] = tanh(half * memory[x++]);
    }
  }
}

export function logisticSaturationPullback(
  memory: Float64Array,
  gx: number,
  sumWx: number,
  g: number,
  h: number,
  x: number,
  rate: number,
  n2: number,
  n1: number,
  n0: number,
  rate2: number,
  rate1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const lambda = memory[rate + i * rate2 + j * rate1];
      let sum = 0;
      for (let t = 0; t < n0; t++) {
        const share = memory[h++];
        const weight = memory[g++] * 0.5 * (1 - share * share);
        memory[gx++] = weight * lambda;
        sum += weight * memory[x++];
      }
      memory[sumWx++] = sum;
    }
  }
}
