/** Do the chains agree, and are there draws enough for the estimates? */
import type { Diagnosed, Evidence } from "./evidence.js";
import { formatCount, formatDiagnostic } from "./format-count.js";
import { quoteSome } from "./quote-some.js";
import { type Thresholds, thresholdTable } from "./thresholds.js";
import { type Check, decide } from "./verdict.js";

type Diagnostic = "rhat" | "essBulk" | "essTail";

interface Run {
  readonly chains: number;
  readonly draws: number;
}

/** R-hat, bulk ESS and tail ESS of every scalar. */
export function checkConvergence(evidence: Evidence, run: Run, limits: Thresholds): readonly Check[] {
  return [
    checkRhat(evidence, run, limits),
    checkEss("essBulk", evidence, run, limits),
    checkEss("essTail", evidence, run, limits),
  ];
}

function checkRhat({ diagnosed }: Evidence, { draws }: Run, limits: Thresholds): Check {
  const ranked = rank(diagnosed, "rhat", (a, b) => b - a);
  const worst = ranked[0];
  return decide({
    name: "rhat",
    kind: "trust",
    value: worst?.rhat ?? NaN,
    comparison: "<",
    threshold: limits.rhat,
    source: thresholdTable.rhat.source,
    worst: quoteWorst(ranked, "rhat", (value) => value < limits.rhat),
    adviceIfFailed: adviseOnRhat(worst, draws),
  });
}

function checkEss(name: "essBulk" | "essTail", { diagnosed }: Evidence, run: Run, limits: Thresholds): Check {
  const threshold = Math.max(limits.ess, limits.essPerChain * run.chains);
  const ranked = rank(diagnosed, name, (a, b) => a - b);
  const value = ranked[0]?.[name] ?? NaN;
  return decide({
    name,
    kind: "trust",
    value,
    comparison: ">",
    threshold,
    source: thresholdTable.ess.source,
    worst: quoteWorst(ranked, name, (ess) => ess > threshold),
    adviceIfFailed: adviseOnEss(value, threshold, run.draws),
  });
}

/** Worst first; what could not be computed is worst of all. */
function rank(
  diagnosed: readonly Diagnosed[],
  name: Diagnostic,
  order: (a: number, b: number) => number,
): readonly Diagnosed[] {
  const missing = ({ [name]: value }: Diagnosed): number => (Number.isNaN(value) ? 0 : 1);
  return [...diagnosed].sort((a, b) => missing(a) - missing(b) || order(a[name], b[name]) || 0);
}

/** The scalars that fail, or the worst one when none does. */
function quoteWorst(
  ranked: readonly Diagnosed[],
  name: Diagnostic,
  passes: (value: number) => boolean,
): string | undefined {
  const failing = ranked.filter((scalar) => !passes(scalar[name]));
  const quoted = failing.length > 0 ? failing : ranked.slice(0, 1);
  return quoteSome(quoted.map((scalar) => `${scalar.label} ${formatDiagnostic(scalar[name])}`));
}

/** Beyond this, longer chains seldom bring chains together: they sit in different places. */
const apart = 1.05;

/** With fewer draws than this a chain has no halves to compare; the sampler's default is what to run. */
const usualDraws = 1000;

function adviseOnRhat(worst: Diagnosed | undefined, draws: number): string {
  if (worst === undefined || Number.isNaN(worst.rhat)) {
    return `There is nothing to compare. Run ${formatCount(usualDraws)} draws per chain.`;
  }
  if (worst.rhat < apart) {
    return `The chains have not quite come together. Run ${formatCount(longerRun(2 * draws))} draws per chain instead of ${formatCount(draws)}, with as much more warm-up.`;
  }
  return (
    `The chains give different answers for ${worst.label}. More draws will not settle that: look at its trace, ` +
    `tighten its prior or merge channels that always move together, then run again.`
  );
}

function adviseOnEss(ess: number, threshold: number, draws: number): string {
  if (Number.isNaN(ess)) {
    return `There are too few draws to tell. Run ${formatCount(usualDraws)} draws per chain.`;
  }
  // ESS grows with the number of draws; a fifth more, because the estimate is noisy.
  const needed = longerRun((1.2 * draws * threshold) / ess);
  const run = `Run ${formatCount(needed)} draws per chain instead of ${formatCount(draws)}.`;
  if (needed <= 10 * Math.max(draws, usualDraws)) return run;
  return (
    `Draws are almost copies of one another; ${formatCount(needed)} draws per chain would be needed. ` +
    `Tighten vague priors or merge channels that always move together instead.`
  );
}

/** Rounded up to a number one would type. */
function longerRun(draws: number): number {
  const step = draws > 1000 ? 500 : 100;
  return Math.ceil(draws / step) * step;
}
