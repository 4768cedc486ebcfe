/** Noise: what the mean of the market leaves unexplained. */

import { drawNormal, drawStudentT, type RandomStream } from "@mmm/numerics";
import type { NoiseDescription } from "../description/market-description.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream, type Panel } from "../panel/panel.js";
import { drawAutoregression } from "../random/draw-autoregression.js";

/** The noise as it was, in KPI units. */
export interface NoiseTruth {
  readonly kind: "normal" | "student-t";
  /** [cell] standard deviation of a period. */
  readonly sd: Float64Array;
  /** [cell] the distribution's own scale: `sd` if normal, `sd` · √((ν − 2) / ν) for Student t with ν degrees of freedom. */
  readonly scale: Float64Array;
  /** ν; `null` if normal. */
  readonly degreesOfFreedom: number | null;
  /** Correlation of one period with the next. Where it is not 0, only what is new in a period has the named distribution. */
  readonly autocorrelation: number;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** Simulates the noise of `length` periods; `levels` is the KPI of each cell that `sd` is a share of. */
export function simulateNoise(
  noise: NoiseDescription,
  length: number,
  levels: Float64Array,
  panel: Panel,
  stream: RandomStream,
): NoiseTruth {
  const { kind, autocorrelation } = noise;
  const degreesOfFreedom = noise.kind === "student-t" ? noise.degreesOfFreedom : null;
  const factors = drawCellFactors(panel, "noise", stream.split("sd"));
  const sd = levels.map((level, g) => noise.sd * level * factors[g]!);
  // Scale of a Student t of standard deviation 1.
  const shrink = degreesOfFreedom === null ? 1 : Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
  const values = new Float64Array(levels.length * length);
  sd.forEach((size, g) => {
    const own = cellStream(panel, stream, g);
    const innovation =
      degreesOfFreedom === null ? () => drawNormal(own) : () => shrink * drawStudentT(own, degreesOfFreedom);
    const series = drawAutoregression(length, autocorrelation, innovation);
    values.set(
      series.map((z) => size * z),
      g * length,
    );
  });
  const scale = sd.map((size) => size * shrink);
  return { kind, sd, scale, degreesOfFreedom, autocorrelation, values };
}
