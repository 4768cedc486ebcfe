/** A trace as it would be with fewer draws. */
import { firstTransitions } from "./trace.js";
import type { Trace } from "./trace.js";

/**
 * The first draws of a trace, with the divergences that belong to them. Where nothing has to be cut it is the same trace;
 * otherwise it cannot be continued.
 */
export function cutTrace(trace: Trace, draws: number): Trace {
  if (trace.draws <= draws) return trace;
  const { resumePoint: _, leaves: __, ...rest } = trace;
  return {
    ...rest,
    ...firstTransitions(trace, draws),
    divergences: trace.divergences.filter(({ draw }) => draw < draws),
  };
}
