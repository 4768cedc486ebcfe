/** The table of all spend patterns: how a budget is spread over time, before its size. */

import { type DescriptionOf, simulateKind } from "../description/kind.js";
import { continuousPattern } from "./patterns/continuous-pattern.js";
import { delayedStartPattern } from "./patterns/delayed-start-pattern.js";
import { demandFollowingPattern } from "./patterns/demand-following-pattern.js";
import { eventsPattern } from "./patterns/events-pattern.js";
import { flightsPattern } from "./patterns/flights-pattern.js";
import { followingPattern } from "./patterns/following-pattern.js";
import { seasonalPattern } from "./patterns/seasonal-pattern.js";
import { trendPattern } from "./patterns/trend-pattern.js";
import type { ShapeContext } from "./spend-context.js";

/** Every pattern by kind. */
export const spendPatterns = {
  continuous: continuousPattern,
  trend: trendPattern,
  seasonal: seasonalPattern,
  flights: flightsPattern,
  "delayed-start": delayedStartPattern,
  events: eventsPattern,
  "demand-following": demandFollowingPattern,
  following: followingPattern,
} as const;

/** How spend is spread over time. */
export type SpendPattern = DescriptionOf<typeof spendPatterns>;

/** The shape of a pattern: [time] ≥ 0, of any size. */
export function spendShape(pattern: SpendPattern, context: ShapeContext): Float64Array {
  return simulateKind(spendPatterns, pattern, context);
}
