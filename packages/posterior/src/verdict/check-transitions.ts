/** Did the sampler itself work as the theory asks: no divergence, energy moving, trajectories long enough? */
import { ebfmi } from "../diagnostics/ebfmi.js";
import type { Draws } from "../draws/draws.js";
import { findDivergencePlace } from "./divergence-place.js";
import { formatCount, formatShare } from "./format-count.js";
import { type Thresholds, thresholdTable } from "./thresholds.js";
import { type Check, decide } from "./verdict.js";

/** Divergences, E-BFMI and tree depth. */
export function checkTransitions(draws: Draws, limits: Thresholds): readonly Check[] {
  return [checkDivergences(draws, limits), checkEbfmi(draws, limits), checkTreeDepth(draws, limits)];
}

/**
 * No divergence that nobody has looked into.
 *
 * One divergence fails, however many draws there are. A few may be false alarms of a step size a little too long, or
 * the only sign of a region the chains never entered (R-hat and ESS look fine then); their number cannot tell which.
 * What can is a second run with shorter steps: if they vanish and the results stay, they are explained. An analyst who
 * knows that says so with `judgeDraws(draws, { divergences: n })`, and the verdict records that n.
 */
function checkDivergences(draws: Draws, limits: Thresholds): Check {
  const count = draws.statistics.divergent.reduce((total, flag) => total + flag, 0);
  return decide({
    name: "divergences",
    kind: "trust",
    value: count,
    comparison: "≤",
    threshold: limits.divergences,
    source: thresholdTable.divergences.source,
    worst: count > 0 ? findDivergencePlace(draws) : undefined,
    adviceIfFailed: adviseOnDivergences(count, draws.statistics.divergent.length),
    remark:
      count === 0
        ? ""
        : `${divergenceShare(count, draws.statistics.divergent.length)}, declared as explained.`,
  });
}

/** Up to this share a step size slightly too long is a likely cause; above 1 % the posterior itself is. */
const few = 0.001;
const many = 0.01;

function adviseOnDivergences(count: number, transitions: number): string {
  const share = count / transitions;
  const said = divergenceShare(count, transitions);
  if (share <= few) {
    return (
      `${said}: perhaps false alarms, perhaps a region that was missed. Raise target acceptance to 0.95 and run ` +
      `again; if they vanish and the results stay the same, they were false alarms.`
    );
  }
  if (share <= many) {
    return (
      `${said}. Raise target acceptance to 0.95. If some remain, or results change, the results miss a part ` +
      `of the posterior: tighten the priors of the parameters named here.`
    );
  }
  return (
    `${said}, so results miss a part of the posterior. A higher target acceptance alone would hide that: tighten the ` +
    `priors of scales and of weakly informed parameters, then run again with target acceptance 0.95.`
  );
}

function divergenceShare(count: number, transitions: number): string {
  const verb = count === 1 ? "transition" : "transitions";
  return `${formatCount(count)} divergent ${verb} of ${formatCount(transitions)} (${formatShare(count / transitions)})`;
}

/** E-BFMI of the slowest chain. */
function checkEbfmi(draws: Draws, limits: Thresholds): Check {
  const { chains, statistics } = draws;
  const ofChains = ebfmi({ values: statistics.energy, chains, draws: draws.draws });
  const value = ofChains.reduce((a, b) => Math.min(a, b));
  const chain = ofChains.findIndex((each) => Object.is(each, value)) + 1;
  return decide({
    name: "ebfmi",
    kind: "trust",
    value,
    comparison: "≥",
    threshold: limits.ebfmi,
    source: thresholdTable.ebfmi.source,
    worst: `chain ${chain}`,
    adviceIfFailed: Number.isNaN(value)
      ? "Energies are missing, as after thinning, or stand still. Judge the draws as the sampler gave them."
      : "The sampler moves too slowly through the tails, and more draws seldom help. Tighten the priors of scales " +
        "(noise, spread between cells) and of weakly informed parameters.",
  });
}

/** Share of transitions that were cut short at the greatest tree depth. */
function checkTreeDepth({ statistics }: Draws, limits: Thresholds): Check {
  const { treeDepth, maxTreeDepth } = statistics;
  const cutShort = treeDepth.reduce((total, depth) => total + (depth >= maxTreeDepth ? 1 : 0), 0);
  return decide({
    name: "treeDepth",
    kind: "efficiency",
    value: cutShort / treeDepth.length,
    comparison: "≤",
    threshold: limits.treeDepthShare,
    source: thresholdTable.treeDepthShare.source,
    adviceIfFailed:
      `Trajectories were cut short, which costs time and not truth. Raise the greatest tree depth from ${maxTreeDepth} ` +
      `to ${maxTreeDepth + 2}, or tighten vague priors so that the parameters have similar scales.`,
  });
}
