/** From a truth to text that other programs read. */

import { optimalBudget } from "./budget/optimal-budget.js";
import type { Market } from "./simulate-market.js";

/**
 * The truth as JSON, to be kept beside the data: everything in `market.truth`, and as `optimalBudget` how the money that was
 * spent would have brought most. Arrays are lists, numbers have as many digits as their bits need.
 *
 * @param market  data and truth, from `simulateMarket`
 * @returns       the text, indented, with arrays of numbers on one line
 * @example
 * const market = simulateMarket(marketPresets.small, 1);
 * const read = JSON.parse(writeTruth(market));
 * read.channels[0].roi === market.truth.channels[0].roi; // => true
 * read.optimalBudget.outcome; // => "converged"
 */
export function writeTruth(market: Market): string {
  const text = JSON.stringify({ ...market.truth, optimalBudget: optimalBudget(market) }, asLists, 2);
  // Texts inside JSON hold no line breaks, so what is matched can only be a list of numbers.
  return `${text.replace(/\[\n[-+.\deE,\s]+\]/g, (list) => list.replace(/\s+/g, " "))}\n`;
}

/** `JSON.stringify` would write a typed array as an object with numbered keys. */
function asLists(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}
