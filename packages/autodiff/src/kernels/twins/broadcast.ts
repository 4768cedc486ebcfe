/** Broadcasting for twins: one function of two numbers on two arrays, whichever of them repeats along a loop. */

/** A twin of twelve arguments after the arena. */
export type BroadcastKernel = (
  memory: Float64Array,
  out: number,
  a: number,
  b: number,
  n2: number,
  n1: number,
  n0: number,
  a2: number,
  a1: number,
  a0: number,
  b2: number,
  b1: number,
  b0: number,
) => void;

/** The twin of a broadcast kernel. */
export function broadcast(f: (a: number, b: number) => number): BroadcastKernel {
  return (memory, out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0) => {
    for (let i = 0; i < n2; i++) {
      for (let j = 0; j < n1; j++) {
        const left = a + i * a2 + j * a1;
        const right = b + i * b2 + j * b1;
        for (let t = 0; t < n0; t++) memory[out++] = f(memory[left + t * a0], memory[right + t * b0]);
      }
    }
  };
}
