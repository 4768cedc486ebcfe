/** Twins of the convolutions along rows with a short list of weights, and of their pullback. */

export function causalConvolution(
  memory: Float64Array,
  out: number,
  x: number,
  w: number,
  n2: number,
  n1: number,
  n0: number,
  lags: number,
  x2: number,
  x1: number,
  w2: number,
  w1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const from = x + i * x2 + j * x1;
      const weights = w + i * w2 + j * w1;
      for (let t = 0; t < n0; t++) {
        let sum = 0;
        for (let l = 0; l < lags && l <= t; l++) sum += memory[weights + l] * memory[from + t - l];
        memory[out++] = sum;
      }
    }
  }
}

export function anticausalConvolution(
  memory: Float64Array,
  out: number,
  x: number,
  w: number,
  n2: number,
  n1: number,
  n0: number,
  lags: number,
  x2: number,
  x1: number,
  w2: number,
  w1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const from = x + i * x2 + j * x1;
      const weights = w + i * w2 + j * w1;
      for (let t = 0; t < n0; t++) {
        let sum = 0;
        for (let l = 0; l < lags && t + l < n0; l++) sum += memory[weights + l] * memory[from + t + l];
        memory[out++] = sum;
      }
    }
  }
}

export function convolutionWeightsPullback(
  memory: Float64Array,
  out: number,
  g: number,
  x: number,
  n2: number,
  n1: number,
  n0: number,
  lags: number,
  x2: number,
  x1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const from = x + i * x2 + j * x1;
      for (let l = 0; l < lags; l++) {
        let sum = 0;
        for (let t = l; t < n0; t++) sum += memory[g + t] * memory[from + t - l];
        memory[out++] = sum;
      }
      g += n0;
    }
  }
}
