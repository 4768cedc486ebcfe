/** Bursts at irregular times, as they come in markets: promotions, launches, campaigns around events. */

import { drawInteger, type RandomStream } from "@mmm/numerics";

/**
 * The window is cut into `count` stretches of equal length and one burst starts somewhere in each, so that their number
 * is known and none is far from the next.
 *
 * @param stream  source of the places
 * @param length  number of periods
 * @param count   number of bursts; those that find no period of their own are left out
 * @returns       the period in which each burst starts, ascending
 */
export function drawBursts(stream: RandomStream, length: number, count: number): readonly number[] {
  const starts: number[] = [];
  for (let k = 0; k < count; k++) {
    const from = Math.floor((k * length) / count);
    const to = Math.floor(((k + 1) * length) / count);
    if (to > from) starts.push(from + drawInteger(stream, to - from));
  }
  return starts;
}
