/** Additive noise: what is added to the expected KPI, whatever that is. */

import { pow, type RandomStream } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../description/field.js";
import { drawCellFactors } from "../panel/draw-cell-scatter.js";
import { cellStream } from "../panel/panel.js";
import { drawAutoregression } from "../random/draw-autoregression.js";
import type { NoiseContext } from "./noise-kind.js";

/** What every additive noise is described by. */
export interface AdditiveNoise {
  /** Standard deviation as a share of the baseline, whatever the distribution. */
  readonly sd: number;
  /** Correlation of one period with the next. */
  readonly autocorrelation: number;
  /**
   * How much louder small cells are: the share is multiplied by size^(−sizeExponent), size being the population relative to
   * its mean. 0 is the same share everywhere, ½ what sums of independent people give.
   */
  readonly sizeExponent: number;
}

/** Fields of the schema of every additive noise. */
export const additiveFields = {
  sd: field.notNegative.default(0.03),
  autocorrelation: z.number().gt(-1).lt(1).default(0),
  sizeExponent: field.share.default(0),
};

/** [cell] standard deviations, and [cell × time] noise. */
export interface DrawnNoise {
  readonly sd: Float64Array;
  readonly values: Float64Array;
}

/** Draws the noise of all cells from innovations of standard deviation 1. */
export function drawAdditiveNoise(
  { sd: share, autocorrelation, sizeExponent }: AdditiveNoise,
  { expected, levels, panel, stream }: NoiseContext,
  innovation: (stream: RandomStream) => number,
): DrawnNoise {
  const factors = drawCellFactors(panel, "noise", stream.split("sd"));
  const sd = levels.map((level, g) => {
    const louder = sizeExponent === 0 ? 1 : pow(panel.size[g]!, -sizeExponent);
    return share * level * factors[g]! * louder;
  });
  const length = expected.length / levels.length;
  const values = new Float64Array(expected.length);
  sd.forEach((size, g) => {
    const own = cellStream(panel, stream, g);
    const series = drawAutoregression(length, autocorrelation, () => innovation(own));
    series.forEach((deviation, t) => (values[g * length + t] = size * deviation));
  });
  return { sd, values };
}
