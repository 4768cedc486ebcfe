/** Arbitrary chains for the laws of this package; not a test by itself. */
import { drawNormal, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { type Chains, makeChains } from "./chains.js";

/** First-order autoregressive chains of standard normal draws with correlation `rho`, all from one seed. */
export function autoregressiveChains(
  seed: number,
  { chains, draws, rho = 0 }: { chains: number; draws: number; rho?: number },
): Chains {
  const stream = randomStream(seed, "chains");
  const innovation = Math.sqrt(1 - rho * rho);
  return makeChains(
    Array.from({ length: chains }, () => {
      const chain = new Float64Array(draws);
      for (let i = 0; i < draws; i++) {
        chain[i] = i === 0 ? drawNormal(stream) : rho * chain[i - 1] + innovation * drawNormal(stream);
      }
      return chain;
    }),
  );
}

/** Chains of 2 to 5 × 8 to 60 draws, autoregressive from nearly antithetic to nearly stuck. */
export const anyChains: fc.Arbitrary<Chains> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    chains: fc.integer({ min: 2, max: 5 }),
    draws: fc.integer({ min: 8, max: 60 }),
    rho: fc.double({ min: -0.9, max: 0.98, noNaN: true }),
  })
  .map(({ seed, ...shape }) => autoregressiveChains(seed, shape));

/** The same chains in another order. */
export function reverseChains(x: Chains): Chains {
  const order = Array.from({ length: x.chains }, (_, c) => x.chains - 1 - c);
  return makeChains(order.map((c) => x.values.subarray(c * x.draws, (c + 1) * x.draws)));
}
