/** Nested R-hat: convergence of many short chains that start in groups. */
import { mean, variance } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { chainMeans, chainVariances } from "../chains/chain-means.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * Nested R-hat: whether groups of chains agree, for runs of many short chains.
 *
 * Chains of a superchain start at one place. When each chain is too short for a variance of its own, the spread
 * *within* a superchain still tells how far the chains have come.
 *
 *     nestedRhat = √(1 + B / W)
 *
 * B = variance of superchain means; W = mean over superchains of (variance of its chain means + mean of its chain
 * variances). No splitting, no ranks.
 *
 * @param x            chain × draw
 * @param superchains  [chain]  a label per chain; each label equally often, at least two labels
 * @returns  ≥ 1; NaN when all draws are equal or any is not finite
 * @throws  {Error} when labels do not fit the chains
 * @source margossian2024
 * @example
 * nestedRhat(makeChains([[1, 2], [2, 3], [1, 3], [2, 4]]), [1, 1, 2, 2]); // => 1.0350983390135313
 */
export function nestedRhat(x: Chains, superchains: readonly (number | string)[]): number {
  const groups = groupChains(x, superchains);
  if (isUndiagnosable(x.values)) return NaN;
  const means = chainMeans(x);
  const variances = x.draws > 1 ? chainVariances(x) : new Float64Array(x.chains);
  const within = groups.map((group) => {
    const ofMeans = group.length > 1 ? variance(pick(means, group)) : 0;
    return ofMeans + mean(pick(variances, group));
  });
  const between = variance(Float64Array.from(groups, (group) => mean(pick(means, group))));
  return Math.sqrt(1 + between / mean(Float64Array.from(within)));
}

function groupChains(x: Chains, superchains: readonly (number | string)[]): readonly (readonly number[])[] {
  const groups = new Map<number | string, number[]>();
  superchains.forEach((label, chain) => groups.set(label, [...(groups.get(label) ?? []), chain]));
  const sizes = [...groups.values()].map((group) => group.length);
  const fits = superchains.length === x.chains && sizes.length > 1 && new Set(sizes).size === 1;
  if (!fits) {
    throw new Error(
      `nestedRhat: ${x.chains} chains must fall into at least 2 superchains of equal size, ` +
        `got labels [${superchains.join(", ")}]. Give one label per chain, each equally often.`,
    );
  }
  return [...groups.values()];
}

function pick(values: Float64Array, indices: readonly number[]): Float64Array {
  return Float64Array.from(indices, (index) => values[index]);
}
