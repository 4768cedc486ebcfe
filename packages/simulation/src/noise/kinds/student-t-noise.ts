/** Student t noise: most periods are quieter than normal ones, a few are far out. */

import { drawStudentT } from "@mmm/numerics";
import { z } from "zod";
import { field } from "../../description/field.js";
import { additiveFields, type AdditiveNoise, drawAdditiveNoise } from "../draw-additive-noise.js";
import type { NoiseKind } from "../noise-kind.js";

/** Student t around the expected KPI. */
export interface StudentTNoise extends AdditiveNoise {
  readonly kind: "student-t";
  /** Above 2, so that the standard deviation exists. */
  readonly degreesOfFreedom: number;
}

/** kpi = expected + scale · t. */
export const studentTNoise: NoiseKind<StudentTNoise> = {
  schema: z.strictObject({
    kind: z.literal("student-t"),
    ...additiveFields,
    degreesOfFreedom: field.number.gt(2).default(5),
  }),
  simulate: (noise, context) => {
    const { kind, autocorrelation, degreesOfFreedom } = noise;
    // Scale of a Student t of standard deviation 1.
    const shrink = Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
    const drawn = drawAdditiveNoise(
      noise,
      context,
      (stream) => shrink * drawStudentT(stream, degreesOfFreedom),
    );
    const scale = drawn.sd.map((size) => size * shrink);
    return {
      kpi: context.expected.map((value, at) => value + drawn.values[at]!),
      noise: { kind, ...drawn, scale, degreesOfFreedom, autocorrelation },
    };
  },
};
