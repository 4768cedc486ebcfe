/** Looks at every scalar once: what moves, what does not, and what the diagnostics say of the rest. */
import { type Chains, chainOf } from "../chains/chains.js";
import { isConstant } from "../chains/chain-means.js";
import { type Convergence, convergenceOf } from "../diagnostics/convergence.js";
import type { Draws } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";
import { selectParameter } from "../draws/select-parameter.js";

/** The convergence diagnostics of one scalar, with its name. */
export interface Diagnosed extends Convergence {
  readonly label: string;
}

/** What was found. Labels and chain numbers (from 1) are for eyes. */
export interface Evidence {
  /** Scalars that move and are finite; the log density is one of them where it was recorded. */
  readonly diagnosed: readonly Diagnosed[];
  /** Scalars with a draw that is NaN or infinite. */
  readonly nonFinite: readonly string[];
  /** Scalars that are one number in all draws of all chains. */
  readonly constant: readonly string[];
  /** Chains in which nothing moves that moves elsewhere; all chains when nothing moves at all. */
  readonly stuckChains: readonly number[];
}

interface Scalar {
  readonly label: string;
  readonly chains: Chains;
}

/** Gathers the evidence of all scalars and the log density. */
export function gatherEvidence(draws: Draws): Evidence {
  const scalars = listScalars(draws);
  const isFinite = ({ chains }: Scalar): boolean => chains.values.every(Number.isFinite);
  const isFixed = ({ chains }: Scalar): boolean => isConstant(chains.values);
  const moving = scalars.filter((scalar) => isFinite(scalar) && !isFixed(scalar));
  return {
    diagnosed: moving.map(({ label, chains }) => ({ label, ...convergenceOf(chains) })),
    nonFinite: scalars.filter((scalar) => !isFinite(scalar)).map(({ label }) => label),
    constant: scalars.filter((scalar) => isFinite(scalar) && isFixed(scalar)).map(({ label }) => label),
    stuckChains: findStuckChains(moving, draws.chains),
  };
}

/**
 * Every element, and the log density: a chain can agree on each parameter and still sit at another level of density.
 * A log density that is NaN throughout was never recorded, which is no fault of the draws.
 */
export function listScalars(draws: Draws): readonly Scalar[] {
  const elements = listElements(draws).map(({ parameter, coordinates, label }) => ({
    label,
    chains: selectParameter(draws, parameter, coordinates),
  }));
  const { logDensity } = draws.statistics;
  if (logDensity.every(Number.isNaN)) return elements;
  const chains = { values: logDensity, chains: draws.chains, draws: draws.draws };
  return [...elements, { label: "log density", chains }];
}

/**
 * One scalar that stands still in a chain may be right (a rare yes-or-no that never was yes there); a chain in which
 * everything stands still is stuck.
 */
function findStuckChains(moving: readonly Scalar[], chains: number): readonly number[] {
  const stands = (c: number): boolean => moving.every((scalar) => isConstant(chainOf(scalar.chains, c)));
  return Array.from({ length: chains }, (_, c) => c)
    .filter(stands)
    .map((c) => c + 1);
}
