/** One draw of the KPI around its expectation. */

import { drawNormal, drawStudentT, type RandomStream } from "@mmm/numerics";
import type { ForwardPass } from "./forward-pass.js";

/** [cell × time] an expectation of that shape with the noise of its cells added, in KPI units. */
export function drawOutcome(
  expected: Float64Array,
  { scale, degreesOfFreedom }: ReturnType<ForwardPass["noise"]>,
  stream: RandomStream,
): Float64Array {
  const periods = expected.length / scale.length;
  return expected.map((value, i) => {
    const noise = degreesOfFreedom === Infinity ? drawNormal(stream) : drawStudentT(stream, degreesOfFreedom);
    return value + scale[Math.floor(i / periods)]! * noise;
  });
}
