/** Twins of the kernels of powers x⁰ … x^(lags−1) and their pullback. */

export function powers(memory: Float64Array, out: number, x: number, n: number, lags: number): void {
  for (let i = 0; i < n; i++) {
    let power = 1;
    for (let l = 0; l < lags; l++) {
      memory[out++] = power;
      power *= memory[x + i];
    }
  }
}

export function powersPullback(
  memory: Float64Array,
  out: number,
  g: number,
  x: number,
  n: number,
  lags: number,
): void {
  for (let i = 0; i < n; i++) {
    let power = 1;
    let sum = 0;
    for (let l = 1; l < lags; l++) {
      sum += l * power * memory[g + i * lags + l];
      power *= memory[x + i];
    }
    memory[out + i] = sum;
  }
}
