/** The three convergence diagnostics of one scalar together: their ranks are the costly part and are made once. */
import type { Chains } from "../chains/chains.js";
import { rankNormalize } from "../chains/rank-normalize.js";
import { splitChains } from "../chains/split-chains.js";
import { effectiveSize } from "./effective-size.js";
import { essTail } from "./ess.js";
import { foldedRhat, rhatOf } from "./rhat.js";

/** What `rhat`, `essBulk` and `essTail` say. */
export interface Convergence {
  readonly rhat: number;
  readonly essBulk: number;
  readonly essTail: number;
}

/** `rhat`, `essBulk` and `essTail` of `x`, the same numbers for less work. */
export function convergenceOf(x: Chains): Convergence {
  const scores = rankNormalize(splitChains(x));
  return {
    rhat: Math.max(rhatOf(scores), foldedRhat(x)),
    essBulk: effectiveSize(scores),
    essTail: essTail(x),
  };
}
