/** Plan: money by channel, cell and period, with the names that say which is which. */

import { didYouMean, IssueError, makeIssue, showValue } from "@mmm/data";
import type { ResponseSurface } from "@mmm/model";

/** What is spent in a window. */
export interface Plan {
  readonly channels: readonly string[];
  readonly cells: readonly string[];
  readonly periods: readonly string[];
  /** [channel × cell × period] ≥ 0 */
  readonly spend: Float64Array;
}

/** A plan over the window of a surface. */
export function planOf({ channels, cells, periods }: ResponseSurface, spend: Float64Array): Plan {
  return { channels, cells, periods, spend };
}

/**
 * Today's plan: what was spent in the window.
 *
 * @param surface  from `responseSurface`
 * @returns        its spend
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * todayPlan(responseSurface(await exampleFit())).channels; // => ["tv", "search", "social"]
 */
export function todayPlan(surface: ResponseSurface): Plan {
  return planOf(surface, surface.spend.slice());
}

/**
 * Money of some channels, cells and periods of a plan together.
 *
 * @param plan  a plan
 * @param of    names; what is left out stands for all
 * @returns     in the unit of spend
 * @throws  {IssueError} `plan.unknown-name`
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const today = todayPlan(responseSurface(await exampleFit()));
 * spendOf(today, { channel: "tv" }) + spendOf(today, { channel: "search" }) < spendOf(today); // => true
 */
export function spendOf(plan: Plan, of: Selection = {}): number {
  return selectedElements(plan, of).reduce((total, k) => total + plan.spend[k], 0);
}

/** Part of a plan by name; what is left out stands for all. */
export interface Selection {
  readonly channel?: string;
  readonly cell?: string;
  readonly period?: string;
}

/** Positions in `spend` of what a selection names, in order. */
export function selectedElements(
  { channels, cells, periods }: Pick<Plan, "channels" | "cells" | "periods">,
  { channel, cell, period }: Selection,
): readonly number[] {
  const c = positions("channel", channels, channel);
  const g = positions("cell", cells, cell);
  const t = positions("period", periods, period);
  return c.flatMap((i) => g.flatMap((j) => t.map((k) => (i * cells.length + j) * periods.length + k)));
}

function positions(noun: string, names: readonly string[], name: string | undefined): readonly number[] {
  if (name === undefined) return names.map((_, i) => i);
  const index = names.indexOf(name);
  if (index >= 0) return [index];
  throw new IssueError([
    makeIssue({
      code: "plan.unknown-name",
      place: { [noun]: name },
      rule: `must be a ${noun} of the plan`,
      got: showValue(name),
      allowed: names.length > 12 ? `${names.length} names` : names.join(", "),
      advice: didYouMean(name, names, "Choose one of them."),
    }),
  ]);
}
