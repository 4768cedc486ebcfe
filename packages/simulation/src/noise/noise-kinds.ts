/** The table of all noises. */

import type { DescriptionOf } from "../description/kind.js";
import { negativeBinomialNoise } from "./kinds/negative-binomial-noise.js";
import { normalNoise } from "./kinds/normal-noise.js";
import { poissonNoise } from "./kinds/poisson-noise.js";
import { studentTNoise } from "./kinds/student-t-noise.js";

/** Every noise by kind. */
export const noiseKinds = {
  normal: normalNoise,
  "student-t": studentTNoise,
  poisson: poissonNoise,
  "negative-binomial": negativeBinomialNoise,
} as const;

/** What the mean of the market leaves unexplained. */
export type NoiseDescription = DescriptionOf<typeof noiseKinds>;
