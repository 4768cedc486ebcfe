/** Can the draws be diagnosed at all: several chains, finite, and moving? */
import { quoteSome } from "./quote-some.js";
import type { Evidence } from "./evidence.js";
import { type Thresholds, thresholdTable } from "./thresholds.js";
import { type Check, decide } from "./verdict.js";

/** Enough chains to contradict one another. */
export function checkChains(chains: number, limits: Thresholds): Check {
  return decide({
    name: "chains",
    kind: "trust",
    value: chains,
    comparison: "≥",
    threshold: limits.chains,
    source: thresholdTable.chains.source,
    adviceIfFailed: "Run 4 chains: only chains that start apart can show that another solution was missed.",
  });
}

/** Every draw of every scalar is a finite number. */
export function checkFinite({ nonFinite }: Evidence): Check {
  return decide({
    name: "finite",
    kind: "trust",
    value: nonFinite.length,
    comparison: "≤",
    threshold: 0,
    source: thresholdTable.rhat.source,
    worst: quoteSome(nonFinite),
    adviceIfFailed:
      "Some draws are not finite numbers, so no mean exists. Look at how these quantities are computed " +
      "(a division by zero spend, an overflow), or tighten the prior that lets them run away.",
  });
}

/** No chain stands still. Scalars that are fixed by the model are remarked, not held against the draws. */
export function checkMoving({ stuckChains, constant }: Evidence): Check {
  return decide({
    name: "moving",
    kind: "trust",
    value: stuckChains.length,
    comparison: "≤",
    threshold: 0,
    source: thresholdTable.rhat.source,
    worst: quoteSome(stuckChains.map((chain) => `chain ${chain}`)),
    adviceIfFailed:
      "A chain never moved, so it says nothing. Run again with another seed; if it happens again, check the data " +
      "for values of extreme size and let warm-up be longer.",
    remark:
      constant.length === 0 ? "" : `The same in all draws, so without a diagnosis: ${quoteSome(constant)}.`,
  });
}
