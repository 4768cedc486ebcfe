/** Student t random numbers. */
import { drawGamma } from "./draw-gamma.js";
import { drawNormal } from "./draw-normal.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from Student's t distribution: a normal draw divided by the root of an independent χ²(ν) / ν.
 *
 * @param stream            moved forward by about seven integers
 * @param degreesOfFreedom  (ν) > 0; Infinity gives a normal draw
 * @returns number; ±Infinity only by overflow, which ν below 0.1 meets now and then
 * @throws {RangeError} for degrees of freedom that are not > 0
 * @source marsaglia2000
 * @example
 * drawStudentT(randomStream(1), 4) === drawStudentT(randomStream(1), 4); // => true
 */
export function drawStudentT(stream: RandomStream, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(
      `drawStudentT: degrees of freedom must be > 0, got ${degreesOfFreedom}. Check what they were computed from.`,
    );
  }
  const normal = drawNormal(stream);
  if (degreesOfFreedom === Infinity) return normal;
  const half = 0.5 * degreesOfFreedom;
  return normal / Math.sqrt(drawGamma(stream, half) / half);
}
