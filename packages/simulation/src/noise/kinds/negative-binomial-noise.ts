/** Negative binomial noise: counts whose expectation scatters from period to period. */

import { drawNegativeBinomial } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import { drawCellFactors } from "../../panel/draw-cell-scatter.js";
import { drawCounts } from "../draw-counts.js";
import type { NoiseKind } from "../noise-kind.js";

/** Counts that vary more than independent customers would. */
export interface NegativeBinomialNoise {
  readonly kind: "negative-binomial";
  /** Coefficient of variation beyond that of a Poisson count: the variance is expected + (variation · expected)². */
  readonly variation: number;
}

/** kpi ~ NegativeBinomial(expected, dispersion = 1 / variation²). */
export const negativeBinomialNoise: NoiseKind<NegativeBinomialNoise> = {
  schema: z.strictObject({
    kind: z.literal("negative-binomial"),
    variation: field.positive.default(0.05),
  }),
  simulate: ({ kind, variation }, context) => {
    const { panel, stream } = context;
    const dispersion = drawCellFactors(panel, "noise", stream.split("sd")).map(
      (factor) => 1 / (variation * factor * (variation * factor)),
    );
    const { kpi, values } = drawCounts(context, (own, expected, g) =>
      drawNegativeBinomial(own, expected, dispersion[g]!),
    );
    return { kpi, noise: { kind, dispersion, values } };
  },
};
