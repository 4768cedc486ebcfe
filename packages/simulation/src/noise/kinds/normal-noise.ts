/** Normal noise. */

import { drawNormal } from "@mmm/numerics";
import { z } from "zod";
import { additiveFields, type AdditiveNoise, drawAdditiveNoise } from "../draw-additive-noise.js";
import type { NoiseKind } from "../noise-kind.js";

/** Normal around the expected KPI. */
export interface NormalNoise extends AdditiveNoise {
  readonly kind: "normal";
}

/** kpi = expected + sd · z. */
export const normalNoise: NoiseKind<NormalNoise> = {
  schema: z.strictObject({ kind: z.literal("normal"), ...additiveFields }),
  simulate: (noise, context) => {
    const { sd, values } = drawAdditiveNoise(noise, context, drawNormal);
    const { kind, autocorrelation } = noise;
    return {
      kpi: context.expected.map((value, at) => value + values[at]!),
      noise: { kind, sd, scale: sd.slice(), degreesOfFreedom: null, autocorrelation, values },
    };
  },
};
