/** Elicitation from an interval: "between these two, with this probability". */

import { namedRow } from "../named-row.js";
import { type ElicitedFamily, elicitedFamilies, type ElicitedKind, quantityOf } from "./elicited-families.js";
import { priorFromQuantiles } from "./prior-from-quantiles.js";
import type { Prior } from "./prior.js";

/** What is believed about a quantity. */
export interface BelievedInterval {
  /** Lower end, in the unit of the quantity; 0 for a half-normal, half-Cauchy or exponential quantity. */
  readonly low: number;
  /** Upper end, above `low`. */
  readonly high: number;
  /** Probability that the quantity lies between them, in (0, 1); the rest is split evenly between both sides. */
  readonly probability: number;
}

/**
 * The prior of a family under which a quantity lies in an interval with a given probability, and above it as often as
 * below. A family of one parameter, which begins at 0, has no below: there the interval begins at 0, too, and all the rest
 * lies above.
 *
 * @param distribution  any that `priorFromQuantiles` takes
 * @param belief        `low`, `high`, `probability`
 * @returns             the prior
 * @throws {RangeError} when the ends are not in order or not where the quantity can lie, the probability is not in (0, 1),
 *                      or no member of the family fits
 * @example
 * priorFromInterval("normal", { low: 8, high: 12, probability: 0.5 }).mean; // => 10
 * priorFromInterval("log-normal", { low: 0.5, high: 2, probability: 0.9 }).logMean; // => 0
 * priorFromInterval("half-normal", { low: 0, high: 1.959963984540054, probability: 0.95 }).sd; // => 1
 */
export function priorFromInterval(distribution: ElicitedKind, belief: BelievedInterval): Prior {
  const family = namedRow<ElicitedFamily>(elicitedFamilies, distribution, "priorFromInterval");
  const fault = faultOf(distribution, family, belief);
  if (fault !== undefined) throw new RangeError(`priorFromInterval: ${fault}`);
  const { low, high, probability } = belief;
  if (family.quantiles === 1) return priorFromQuantiles(distribution, [{ probability, value: high }]);
  return priorFromQuantiles(distribution, [
    { probability: 0.5 - 0.5 * probability, value: low },
    { probability: 0.5 + 0.5 * probability, value: high },
  ]);
}

function faultOf(
  kind: string,
  { quantiles, support }: ElicitedFamily,
  { low, high, probability }: BelievedInterval,
): string | undefined {
  if (!(low < high && Number.isFinite(high - low))) {
    return `low must be below high, both finite, got ${low} and ${high}. Give the ends in order.`;
  }
  if (!(probability > 0 && probability < 1)) {
    return `probability must be between 0 and 1, got ${probability}. Give a share such as 0.9.`;
  }
  if (quantiles === 1) {
    if (low === 0) return undefined;
    return (
      `low end of ${quantityOf(kind)} must be 0, got ${low}: its one parameter fits one end. ` +
      'Choose "log-normal" or "gamma" for an interval away from 0.'
    );
  }
  if (kind === "beta" && !(low > 0 && high < 1)) {
    return `ends of a beta quantity must be between 0 and 1, got ${low} and ${high}. Give them as shares.`;
  }
  if (support.contains(low)) return undefined;
  return `low end of ${quantityOf(kind)} must be > 0, got ${low}. Choose "normal" for a quantity of either sign.`;
}
