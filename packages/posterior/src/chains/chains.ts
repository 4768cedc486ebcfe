/** The draws of one scalar quantity, chain after chain: what every diagnostic reads. */

/**
 * Draws of one scalar quantity.
 *
 * `values` is chain-major: draw `d` of chain `c` stands at `c · draws + d`.
 */
export interface Chains {
  readonly values: Float64Array;
  readonly chains: number;
  readonly draws: number;
}

/**
 * Puts the draws of several chains side by side.
 *
 * @param chains  [chain][draw]  the draws of each chain, all of one length, in the quantity's own unit
 * @returns       the same numbers, chain-major, in a new array
 * @throws  {Error} when there is no chain, or chains differ in length
 * @example
 * makeChains([[1, 2], [3, 4]]).values; // => [1, 2, 3, 4]
 */
export function makeChains(chains: readonly ArrayLike<number>[]): Chains {
  const lengths = chains.map((chain) => chain.length);
  const draws = lengths[0] ?? 0;
  if (draws === 0 || lengths.some((length) => length !== draws)) {
    throw new Error(
      `chains: every chain must have the same number of draws, at least 1, got [${lengths.join(", ")}]. ` +
        `Cut the longer chains to the shortest.`,
    );
  }
  const values = new Float64Array(chains.length * draws);
  chains.forEach((chain, c) => values.set(chain, c * draws));
  return { values, chains: chains.length, draws };
}

/** A view of the draws of chain `c`. */
export function chainOf(x: Chains, c: number): Float64Array {
  return x.values.subarray(c * x.draws, (c + 1) * x.draws);
}

/** The same chains with `f` applied to every draw. */
export function mapDraws(x: Chains, f: (value: number) => number): Chains {
  return { ...x, values: x.values.map(f) };
}
