/** May these draws be believed? Read this first: the checks in their order. */
import type { Draws } from "../draws/draws.js";
import { checkChains, checkFinite, checkMoving } from "./check-chains.js";
import { checkConvergence } from "./check-convergence.js";
import { checkTransitions } from "./check-transitions.js";
import { gatherEvidence } from "./evidence.js";
import { defaultThresholds, type Thresholds } from "./thresholds.js";
import { type Verdict, verdictOf } from "./verdict.js";

/**
 * Judges draws before anyone reads a result from them.
 *
 * Nine checks, each with its value, threshold, source, the worst scalars by name and advice: enough chains, finite
 * draws, moving chains, R-hat, bulk and tail ESS (of every scalar and of the log density), divergences, E-BFMI, tree
 * depth. All but the last, which is about cost, must pass for `trustworthy`. What could not be computed has not passed.
 *
 * One divergence is enough to fail, because a number of divergences does not tell whether a region was missed; give
 * `{ divergences: n }` once a run with higher target acceptance has explained them. A scalar that is the same in all
 * draws is remarked, not failed, as long as the chains move.
 *
 * @param draws       all draws after warm-up, not thinned: thinning hides what this looks for
 * @param thresholds  other limits than the default for any of the checks
 * @returns  the verdict; never throws for bad draws, they are what it is for
 * @source vehtari2021, betancourt2016, betancourt2017, hoffman2014
 * @example
 * judgeDraws(exampleDraws()).trustworthy; // => true
 */
export function judgeDraws(draws: Draws, thresholds: Partial<Thresholds> = {}): Verdict {
  const limits = { ...defaultThresholds, ...thresholds };
  const evidence = gatherEvidence(draws);
  return verdictOf([
    checkChains(draws.chains, limits),
    checkFinite(evidence),
    checkMoving(evidence),
    ...checkConvergence(evidence, draws, limits),
    ...checkTransitions(draws, limits),
  ]);
}
