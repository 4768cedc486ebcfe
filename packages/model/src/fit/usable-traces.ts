/** Which chains of an interrupted run make the draws: chains are compared draw by draw, so one short chain costs all others. */

import type { Trace } from "@mmm/sampler";

/**
 * The chains that together keep the most draws when each is cut to the shortest of them; never fewer than two where there are
 * two, because a chain alone cannot be contradicted. Of a run that finished these are all chains that ran.
 *
 * With workers the chains of an interrupted run are far apart: two of 1,000 draws and two of 20 would otherwise leave 4 × 20.
 */
export function usableTraces(traces: readonly Trace[]): readonly Trace[] {
  const ran = traces.filter(({ draws, outcome }) => draws > 0 && typeof outcome !== "object");
  const lengths = ran.map(({ draws }) => draws).sort((a, b) => b - a);
  const kept = (count: number): number => count * (lengths[count - 1] ?? 0);
  const least = Math.min(2, lengths.length);
  let best = lengths.length;
  for (let count = best; count >= least; count--) if (kept(count) > kept(best)) best = count;
  return ran.filter(({ draws }) => draws >= (lengths[best - 1] ?? 0));
}
