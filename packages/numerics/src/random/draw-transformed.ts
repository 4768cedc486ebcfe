/** Hörmann's transformed rejection with squeeze, which draws from bell-shaped distributions of whole numbers. */
import { log } from "../elementary/log.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/** The hat: a table mountain whose quantile function is (2a / (½ − |u|) + b) · u + centre, u in (−½, ½). */
interface TransformedHat {
  readonly a: number;
  readonly b: number;
  readonly centre: number;
  /** Heights below this are under the distribution wherever the hat is flat enough. */
  readonly squeeze: number;
  /** ln of what turns the hat's slope into a bound of the probabilities. */
  readonly logHeight: number;
}

/**
 * A draw from the distribution whose logarithmic probabilities are given; about 1.2 tries are needed.
 *
 * @param stream          moved forward by four integers a try
 * @param hat             its constants, as the source gives them for the distribution
 * @param logProbability  at whole numbers ≥ 0; −Infinity where it is 0
 * @source hormann1993
 */
export function drawTransformed(
  stream: RandomStream,
  { a, b, centre, squeeze, logHeight }: TransformedHat,
  logProbability: (count: number) => number,
): number {
  for (;;) {
    const u = drawUniform(stream) - 0.5;
    const v = drawUniform(stream);
    const toEdge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / toEdge + b) * u + centre);
    if (toEdge >= 0.07 && v <= squeeze) return count;
    if (count < 0) continue;
    if (log(v) + logHeight - log(a / (toEdge * toEdge) + b) <= logProbability(count)) return count;
  }
}
