/** Chains from a congruential generator that any language can repeat bit by bit. */
import { log } from "@mmm/numerics";

/** x[i] = φ·x[i − 1] + logistic noise of a 32-bit congruential generator; the first 50 are dropped. */
export function goldenChains(phi: number, offset = 0, n = 1000, chains = 4): number[][] {
  return Array.from({ length: chains }, (_, c) => {
    let seed = 12345 + c + 1;
    let x = 0;
    const chain: number[] = [];
    for (let i = 0; i < n + 50; i++) {
      seed = (1664525 * seed + 1013904223) % 2 ** 32;
      const u = (seed + 0.5) / 2 ** 32;
      const z = log(u / (1 - u));
      x = i === 0 ? 0 : phi * x + z;
      chain.push(x);
    }
    return chain.slice(50).map((value) => value + offset * (c + 1));
  });
}
