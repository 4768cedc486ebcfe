/** Twin of the kernel that adds Σ a · b over any of three loops. */

export function contract(
  memory: Float64Array,
  out: number,
  a: number,
  b: number,
  n2: number,
  n1: number,
  n0: number,
  out2: number,
  out1: number,
  out0: number,
  a2: number,
  a1: number,
  a0: number,
  b2: number,
  b1: number,
  b0: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const to = out + i * out2 + j * out1;
      const left = a + i * a2 + j * a1;
      const right = b + i * b2 + j * b1;
      if (out0 === 0) memory[to] += dot(memory, left, right, n0, a0, b0);
      else {
        for (let t = 0; t < n0; t++) memory[to + t * out0] += memory[left + t * a0] * memory[right + t * b0];
      }
    }
  }
}

function dot(memory: Float64Array, a: number, b: number, n: number, a0: number, b0: number): number {
  let sum = 0;
  for (let t = 0; t < n; t++) sum += memory[a + t * a0] * memory[b + t * b0];
  return sum;
}
