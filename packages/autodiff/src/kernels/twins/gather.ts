/** Twins of rows taken by index, and of their way back. */

export function gather(
  memory: Float64Array,
  out: number,
  x: number,
  index: number,
  n2: number,
  n1: number,
  n0: number,
  lags: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const row = x + (i * lags + Math.trunc(memory[index + j])) * n0;
      for (let t = 0; t < n0; t++) memory[out++] = memory[row + t];
    }
  }
}

export function scatterAdd(
  memory: Float64Array,
  out: number,
  g: number,
  index: number,
  n2: number,
  n1: number,
  n0: number,
  lags: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const row = out + (i * lags + Math.trunc(memory[index + j])) * n0;
      for (let t = 0; t < n0; t++) memory[row + t] += memory[g++];
    }
  }
}
