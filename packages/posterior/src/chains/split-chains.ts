/** Halves of chains, so that a chain that wanders disagrees with itself. */
import { type Chains, chainOf } from "./chains.js";

/** First and last ⌊n/2⌋ draws of each chain as chains of their own; the middle draw of an odd chain is dropped. */
export function splitChains(x: Chains): Chains {
  if (x.values.length !== x.chains * x.draws) {
    throw new Error(
      `chains: values must hold chains × draws numbers, got ${x.values.length} for ${x.chains} × ${x.draws}. ` +
        `Build them with makeChains or selectParameter.`,
    );
  }
  const half = Math.floor(x.draws / 2);
  const values = new Float64Array(2 * x.chains * half);
  for (let c = 0; c < x.chains; c++) {
    const chain = chainOf(x, c);
    values.set(chain.subarray(0, half), 2 * c * half);
    values.set(chain.subarray(x.draws - half), (2 * c + 1) * half);
  }
  return { values, chains: 2 * x.chains, draws: half };
}
