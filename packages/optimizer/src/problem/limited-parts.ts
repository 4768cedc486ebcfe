/** The parts of a plan that a limit speaks of, each with its weights over the variables and what it spends today. */

import type { ResponseSurface } from "@mmm/model";
import type { PlanSpace } from "../decision/plan-space.js";
import type { Limit } from "./budget-problem.js";

/** One selection of channels, cells and periods. */
export interface LimitedPart {
  readonly name: string;
  /** [variable] how much of it is meant: money of the part = weights · x. */
  readonly weights: Float64Array;
  /** Variables that are meant at all, and today's money in each. */
  readonly variables: readonly number[];
  readonly todayOf: readonly number[];
  /** Money of the part today. */
  readonly today: number;
  /** [period] the same for each period of the part, where the limit asks for shares of periods. */
  readonly periods: readonly { readonly period: string; readonly share: Float64Array }[];
}

/** The parts of a limit: one, or one for each channel, cell or period that it holds for by itself. */
export function limitedParts(
  limit: Limit,
  surface: ResponseSurface,
  space: PlanSpace,
): readonly LimitedPart[] {
  const { channels = surface.channels, cells = surface.cells, periods = surface.periods, each } = limit;
  const split = (kind: Limit["each"][number], names: readonly string[]): readonly (readonly string[])[] =>
    each.includes(kind) ? names.map((name) => [name]) : [names];
  return split("channel", channels).flatMap((c) =>
    split("cell", cells).flatMap((g) =>
      split("period", periods).map((t) => {
        const own = [
          ...(each.includes("channel") ? c : []),
          ...(each.includes("cell") ? g : []),
          ...(each.includes("period") ? t : []),
        ];
        const name = own.length === 0 ? limit.name : `${limit.name}: ${own.join(", ")}`;
        return partOf(limit, { name, channels: c, cells: g, periods: t }, surface, space);
      }),
    ),
  );
}

interface Names {
  readonly name: string;
  readonly channels: readonly string[];
  readonly cells: readonly string[];
  readonly periods: readonly string[];
}

function partOf(limit: Limit, names: Names, surface: ResponseSurface, space: PlanSpace): LimitedPart {
  const items = names.channels.flatMap((channel) =>
    names.cells.map(
      (cell) => surface.channels.indexOf(channel) * surface.cells.length + surface.cells.indexOf(cell),
    ),
  );
  const times = names.periods.map((period) => surface.periods.indexOf(period));
  const weightsOf = (within: readonly number[]): Float64Array => {
    const weights = new Float64Array(space.size);
    for (const item of items) {
      for (const t of within) {
        const k = item * space.periods + t;
        weights[space.isFlighted ? item : k] += space.share[k];
      }
    }
    // Shares of all periods add up to 1 but for rounding, which would show in every bound.
    return weights.map((weight) => (Math.abs(weight - 1) < 1e-12 ? 1 : weight));
  };
  const weights = weightsOf(times);
  const variables = Array.from(weights.keys()).filter((i) => weights[i] !== 0);
  const asksForPeriods = limit.periodShareAtLeast !== undefined || limit.periodShareAtMost !== undefined;
  return {
    name: names.name,
    weights,
    variables,
    todayOf: variables.map((i) => space.today[i]),
    today: items.reduce(
      (total, item) => times.reduce((sum, t) => sum + surface.spend[item * space.periods + t], total),
      0,
    ),
    periods: asksForPeriods ? times.map((t) => ({ period: surface.periods[t], share: weightsOf([t]) })) : [],
  };
}
