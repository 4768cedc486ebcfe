/** Noise: what the mean of the market leaves unexplained. */

import { drawNormal, drawStudentT, type RandomStream } from "@mmm/numerics";
import type { NoiseDescription } from "../description/market-description.js";
import { drawAutoregression } from "../random/draw-autoregression.js";

/** The noise as it was, in KPI units. */
export interface NoiseTruth {
  readonly kind: "normal" | "student-t";
  /** Standard deviation of a period. */
  readonly sd: number;
  /** The distribution's own scale: `sd` if normal, `sd` · √((ν − 2) / ν) for Student t with ν degrees of freedom. */
  readonly scale: number;
  /** ν; `null` if normal. */
  readonly degreesOfFreedom: number | null;
  /** Correlation of one period with the next. Where it is not 0, only what is new in a period has the named distribution. */
  readonly autocorrelation: number;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** Simulates the noise of `length` periods; `level` is the KPI that `sd` is a share of. */
export function simulateNoise(
  noise: NoiseDescription,
  length: number,
  level: number,
  stream: RandomStream,
): NoiseTruth {
  const { kind, autocorrelation } = noise;
  const degreesOfFreedom = noise.kind === "student-t" ? noise.degreesOfFreedom : null;
  const sd = noise.sd * level;
  // Scale of a Student t of standard deviation 1.
  const shrink = degreesOfFreedom === null ? 1 : Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
  const innovation =
    degreesOfFreedom === null
      ? () => drawNormal(stream)
      : () => shrink * drawStudentT(stream, degreesOfFreedom);
  const values = drawAutoregression(length, autocorrelation, innovation).map((z) => sd * z);
  return { kind, sd, scale: sd * shrink, degreesOfFreedom, autocorrelation, values };
}
