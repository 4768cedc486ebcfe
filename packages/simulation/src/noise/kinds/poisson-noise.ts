/** Poisson noise: independent customers, counted. */

import { z } from "zod";
import { drawCounts } from "../draw-counts.js";
import type { NoiseKind } from "../noise-kind.js";

/** Counts whose variance is the expected KPI. */
export interface PoissonNoise {
  readonly kind: "poisson";
}

/** kpi ~ Poisson(expected). */
export const poissonNoise: NoiseKind<PoissonNoise> = {
  schema: z.strictObject({ kind: z.literal("poisson") }),
  simulate: ({ kind }, context) => {
    const { kpi, values } = drawCounts(context);
    return { kpi, noise: { kind, dispersion: null, values } };
  },
};
