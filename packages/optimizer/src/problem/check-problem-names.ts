/** Whether a problem and what it is asked about know each other: names of channels, cells and periods. */

import { didYouMean, type Issue, makeIssue, showValue } from "@mmm/data";
import type { ResponseSurface } from "@mmm/model";
import type { BudgetProblem } from "./budget-problem.js";

type Names = Pick<ResponseSurface, "channels" | "cells" | "periods">;

/**
 * Names in a problem that the response surface does not have, and flightings of the wrong length.
 *
 * @param problem  from `parseBudgetProblem`
 * @param names    channels, cells and periods, e.g. a `ResponseSurface`
 * @returns        issues `problem.unknown-channel`, `problem.unknown-cell`, `problem.unknown-period`,
 *                 `problem.wrong-flighting`; empty when all fits
 * @example
 * const problem = parseBudgetProblem({ limits: [{ channel: "tvv", atMost: 5 }] });
 * const [issue] = checkProblemNames(problem, { channels: ["tv", "search"], cells: ["national"], periods: [] });
 * issue.message; // => 'channel "tvv", problem.limits[0].channel: must be a channel of the plan, got "tvv" (tv, search). Did you mean "tv"?'
 */
export function checkProblemNames({ limits, flighting }: BudgetProblem, names: Names): readonly Issue[] {
  const inLimits = limits.flatMap((limit, i) => {
    const path = `problem.limits[${i}]`;
    return [
      ...unknown("channel", limit.channels, names.channels, `${path}.channel`),
      ...unknown("cell", limit.cells, names.cells, `${path}.cell`),
      ...unknown("period", limit.periods, names.periods, `${path}.period`),
    ];
  });
  if (flighting.kind !== "given") return inLimits;
  const weights = Object.entries(flighting.weights);
  const channels = weights.map(([channel]) => channel);
  return [
    ...inLimits,
    ...unknown("channel", channels, names.channels, "problem.flighting"),
    ...weights.flatMap(([channel, values]) => wrongWeights(channel, values, names.periods.length)),
  ];
}

function unknown(
  noun: "channel" | "cell" | "period",
  given: readonly string[] | undefined,
  known: readonly string[],
  path: string,
): readonly Issue[] {
  return (given ?? [])
    .filter((name) => !known.includes(name))
    .map((name) =>
      makeIssue({
        code: `problem.unknown-${noun}`,
        place: { [noun]: name, path },
        rule: `must be a ${noun} of the plan`,
        got: showValue(name),
        allowed: known.length > 12 ? `${known.length} names` : known.join(", "),
        advice: didYouMean(name, known, "Choose one of them."),
      }),
    );
}

function wrongWeights(channel: string, weights: readonly number[], periods: number): readonly Issue[] {
  const isRight = weights.length === periods && weights.some((weight) => weight > 0);
  if (isRight) return [];
  return [
    makeIssue({
      code: "problem.wrong-flighting",
      place: { channel, path: "problem.flighting" },
      rule: `must have one weight for each of ${periods} periods, not all 0`,
      got: `${weights.length} weights`,
      advice: "Give one number per period.",
    }),
  ];
}
