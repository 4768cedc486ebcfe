/** Elicitation from an interval: "between these two, with this probability". */

import { log, normalQuantile } from "@mmm/numerics";
import type { Prior } from "./prior.js";

/** What is believed about a quantity. */
export interface BelievedInterval {
  /** Lower end, in the unit of the quantity. */
  readonly low: number;
  /** Upper end, above `low`. */
  readonly high: number;
  /** Probability that the quantity lies between them, in (0, 1); the rest is split evenly between both sides. */
  readonly probability: number;
}

/**
 * The prior of a family under which a quantity lies in an interval with a given probability, and above it as often as
 * below.
 *
 * @param distribution  `"normal"`, or `"log-normal"` for a positive quantity
 * @param belief        `low`, `high`, `probability`
 * @returns             the prior; its median is the middle of the ends (log-normal: their geometric mean)
 * @throws {RangeError} when the ends are not in order, the probability is not in (0, 1), or an end of a log-normal
 *                      interval is not > 0
 * @example
 * priorFromInterval("normal", { low: 8, high: 12, probability: 0.5 }).mean; // => 10
 * priorFromInterval("log-normal", { low: 0.5, high: 2, probability: 0.9 }).logMean; // => 0
 */
export function priorFromInterval(distribution: "normal" | "log-normal", belief: BelievedInterval): Prior {
  const { low, high, probability } = belief;
  const fault = faultOf(distribution, belief);
  if (fault !== undefined) throw new RangeError(`priorFromInterval: ${fault}`);
  const width = 2 * normalQuantile(0.5 + 0.5 * probability);
  if (distribution === "normal")
    return { distribution, mean: low + 0.5 * (high - low), sd: (high - low) / width };
  const [logLow, logHigh] = [log(low), log(high)];
  return { distribution, logMean: 0.5 * (logLow + logHigh), logSd: (logHigh - logLow) / width };
}

function faultOf(distribution: string, { low, high, probability }: BelievedInterval): string | undefined {
  if (!(low < high && Number.isFinite(high - low))) {
    return `low must be below high, both finite, got ${low} and ${high}. Give the ends in order.`;
  }
  if (!(probability > 0 && probability < 1)) {
    return `probability must be between 0 and 1, got ${probability}. Give a share such as 0.9.`;
  }
  if (distribution === "log-normal" && low <= 0) {
    return `low end of a log-normal quantity must be > 0, got ${low}. Choose "normal" for a quantity of either sign.`;
  }
  return undefined;
}
