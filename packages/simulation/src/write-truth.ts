/** From a truth to text that other programs read. */

import type { Truth } from "./truth.js";

/**
 * The truth as JSON, to be kept beside the data; arrays are lists, numbers have as many digits as their bits need.
 *
 * @param truth  the truth
 * @returns      the text, indented, with arrays of numbers on one line
 * @example
 * const { truth } = simulateMarket(marketPresets.small, 1);
 * JSON.parse(writeTruth(truth)).channels[0].roi === truth.channels[0].roi; // => true
 */
export function writeTruth(truth: Truth): string {
  const text = JSON.stringify(truth, asLists, 2);
  // Texts inside JSON hold no line breaks, so what is matched can only be a list of numbers.
  return `${text.replace(/\[\n[-+.\deE,\s]+\]/g, (list) => list.replace(/\s+/g, " "))}\n`;
}

/** `JSON.stringify` would write a typed array as an object with numbered keys. */
function asLists(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}
