/** Twins of the kernels that look along rows: the largest element, and running products. */

/** Position of the first largest element; NaN counts as largest, so that it is not lost. */
function largest(memory: Float64Array, x: number, n0: number): number {
  let best = 0;
  for (let t = 1; t < n0; t++) {
    const value = memory[x + t];
    const leader = memory[x + best];
    if (value > leader || (Number.isNaN(value) && !Number.isNaN(leader))) best = t;
  }
  return best;
}

export function rowMaximum(memory: Float64Array, out: number, x: number, n2: number, n0: number): void {
  for (let i = 0; i < n2; i++) memory[out + i] = memory[x + i * n0 + largest(memory, x + i * n0, n0)];
}

export function rowMaximumPullback(
  memory: Float64Array,
  out: number,
  g: number,
  x: number,
  n2: number,
  n0: number,
): void {
  for (let i = 0; i < n2; i++) {
    memory.fill(0, out + i * n0, out + (i + 1) * n0);
    memory[out + i * n0 + largest(memory, x + i * n0, n0)] = memory[g + i];
  }
}

export function cumulativeProduct(
  memory: Float64Array,
  out: number,
  x: number,
  n2: number,
  n0: number,
): void {
  for (let i = 0; i < n2; i++) {
    let product = 1;
    for (let t = 0; t < n0; t++) {
      product *= memory[x++];
      memory[out++] = product;
    }
  }
}

export function cumulativeProductPullback(
  memory: Float64Array,
  out: number,
  g: number,
  x: number,
  y: number,
  n2: number,
  n0: number,
): void {
  for (let i = 0; i < n2; i++) {
    const row = i * n0;
    let sum = 0;
    let next = 0;
    for (let t = n0 - 1; t >= 0; t--) {
      sum = memory[g + row + t] + next * sum;
      memory[out + row + t] = (t === 0 ? 1 : memory[y + row + t - 1]) * sum;
      next = memory[x + row + t];
    }
  }
}
