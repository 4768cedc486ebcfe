/** Why no plan satisfies a budget problem: the few constraints that contradict each other, with numbers. */

import { type PolytopeConflict, projectOntoPolytope } from "@mmm/numerics/optimization";
import type { FeasibleSet } from "./feasible-set.js";

/** Constraints that can not hold together, though any fewer of them could. */
export interface Conflict {
  readonly constraints: readonly string[];
  /** By how much money they miss each other. */
  readonly gap: number;
  readonly message: string;
}

/** A part of a gap below this share of the amounts is rounding. */
const ROUNDING = 1e-9;

/** A plan that satisfies the set, near the given one; or the constraints that conflict. Minima when on are not looked at. */
export function findPlan(
  set: FeasibleSet,
  near: Float64Array,
): { readonly point: Float64Array } | { readonly conflict: Conflict } {
  for (let i = 0; i < set.lower.length; i++) {
    const gap = set.lower[i] - set.upper[i];
    if (gap <= ROUNDING * Math.abs(set.upper[i])) continue;
    const bounds = `from ${shown(set.lower[i])} to ${shown(set.upper[i])}`;
    return { conflict: conflictOf([set.lowerNames[i], set.upperNames[i]], gap, `leave ${bounds}`) };
  }
  const touching = { ...set, upper: set.upper.map((upper, i) => Math.max(upper, set.lower[i])) };
  const found = projectOntoPolytope(near, touching);
  if (found.kind === "found") return { point: found.point };
  return { conflict: conflictOfWeights(set, found.conflict) };
}

function conflictOfWeights(set: FeasibleSet, { constraints, lower, upper }: PolytopeConflict): Conflict {
  // In the unit of the largest weight of a constraint, so that the gap is money.
  const unit = constraints.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const isIn = (weight: number): boolean => Math.abs(weight) > ROUNDING * unit;
  const rows = set.names.filter((_, r) => isIn(constraints[r]));
  const bounds = new Map<string, number>();
  const add = (name: string, money: number): void => void bounds.set(name, (bounds.get(name) ?? 0) + money);
  set.lowerNames.forEach((name, i) => isIn(lower[i]) && add(name, set.lower[i]));
  set.upperNames.forEach((name, i) => isIn(upper[i]) && add(name, set.upper[i]));
  let right = 0;
  set.constraints.forEach(({ bound }, r) => (right += constraints[r] * bound));
  for (let i = 0; i < lower.length; i++) {
    right += (isIn(upper[i]) ? upper[i] * set.upper[i] : 0) - (isIn(lower[i]) ? lower[i] * set.lower[i] : 0);
  }
  const told = [...bounds].map(([name, money]) =>
    name.includes(String(money)) ? name : `${name} (${shown(money)})`,
  );
  return conflictOf([...rows, ...told], -right / unit, "can not hold together");
}

function conflictOf(constraints: readonly string[], gap: number, how: string): Conflict {
  const names = [...new Set(constraints)];
  const list = names.map((name) => `"${name}"`).join(", ");
  return {
    constraints: names,
    gap,
    message: `budget: limits must leave a plan, got ${list}, which ${how} by ${shown(gap)}. Loosen one of them.`,
  };
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
