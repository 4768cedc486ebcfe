/** A normal mean with known posterior: exact draws, log likelihood and replicates; not a test by itself. */
import { drawNormal, log, randomStream } from "@mmm/numerics";
import type { ObservationDraws } from "./observation-draws.js";

/** Draws of a normal mean (flat prior, unit variance) given `data`, and what they say of each observation. */
export function normalModel(
  data: readonly number[],
  { seed = 1, chains = 4, draws = 500 }: { seed?: number; chains?: number; draws?: number } = {},
): {
  readonly logLikelihood: ObservationDraws;
  readonly means: ObservationDraws;
  readonly replicated: ObservationDraws;
} {
  const stream = randomStream(seed, "normal model");
  const centre = data.reduce((total, value) => total + value, 0) / data.length;
  const mu = Float64Array.from(
    { length: chains * draws },
    () => centre + drawNormal(stream) / Math.sqrt(data.length),
  );
  const observations = data.map((_, i) => `week ${i + 1}`);
  const perObservation = (f: (mu: number, y: number) => number): ObservationDraws => ({
    values: Float64Array.from([...mu].flatMap((each) => data.map((y) => f(each, y)))),
    chains,
    draws,
    observations,
  });
  return {
    logLikelihood: perObservation((each, y) => -0.5 * (log(2 * Math.PI) + (y - each) * (y - each))),
    means: perObservation((each) => each),
    replicated: perObservation((each) => each + drawNormal(stream)),
  };
}

/** n standard normal data. */
export function normalData(count: number, seed = 1): number[] {
  const stream = randomStream(seed, "normal data");
  return Array.from({ length: count }, () => drawNormal(stream));
}
