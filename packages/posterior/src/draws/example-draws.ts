/** A small canned `Draws`: the one posterior that every example of this package looks at. */
import { drawNormal, exp, randomStream, type RandomStream } from "@mmm/numerics";
import type { Draws, SampleStatistics } from "./draws.js";
import { makeDraws } from "./make-draws.js";

const chains = 4;
const draws = 250;
const channels = ["tv", "radio", "search"] as const;

/** Scalars in order: intercept, roi of each channel, noise. Chain members remember a little of the draw before. */
const width = channels.length + 2;
const memory = 0.1;

/**
 * Draws of a small marketing model that has converged: `intercept` (KPI units a week), `roi` by `channel` (KPI units
 * per unit of money) and `noise` (KPI units); 4 chains × 250 draws, always the same.
 *
 * The scalars are independent: normal for the intercept, log-normal for the others. Nothing was fitted; it is here for
 * documentation, tests and first steps.
 *
 * @returns  the same numbers every time, in fresh arrays
 * @example
 * exampleDraws().parameters[1].axes[0].coordinates; // => ["tv", "radio", "search"]
 */
export function exampleDraws(): Draws {
  const scores = standardScores(randomStream("exampleDraws", 1));
  const column = (k: number, unit: (score: number) => number): Float64Array =>
    Float64Array.from({ length: chains * draws }, (_, i) => unit(scores[i * width + k]));
  const roi = [0.8, 0.3, 2.1].map((median, k) => column(k + 1, (score) => median * exp(0.3 * score)));
  return makeDraws({
    chains,
    draws,
    parameters: [
      { name: "intercept", axes: [], values: column(0, (score) => 120 + 5 * score) },
      {
        name: "roi",
        axes: [{ name: "channel", coordinates: [...channels] }],
        values: Float64Array.from(
          { length: chains * draws * channels.length },
          (_, i) => roi[i % 3][Math.floor(i / 3)],
        ),
      },
      { name: "noise", axes: [], values: column(width - 1, (score) => 8 * exp(0.05 * score)) },
    ],
    statistics: statisticsOf(scores, randomStream("exampleDraws", 1, "momentum")),
  });
}

/** chain × draw × scalar: standard normal, each a first-order autoregression along its chain. */
function standardScores(stream: RandomStream): Float64Array {
  const innovation = Math.sqrt(1 - memory * memory);
  const scores = new Float64Array(chains * draws * width);
  for (let i = 0; i < scores.length; i++) {
    const isFirst = i % (draws * width) < width;
    const fresh = drawNormal(stream);
    scores[i] = isFirst ? fresh : memory * scores[i - width] + innovation * fresh;
  }
  return scores;
}

/** What an undisturbed sampler would have reported: log density of the scores, energy with a fresh momentum each time. */
function statisticsOf(scores: Float64Array, stream: RandomStream): SampleStatistics {
  const count = chains * draws;
  const logDensity = new Float64Array(count);
  const energy = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let kinetic = 0;
    for (let k = 0; k < width; k++) {
      const score = scores[i * width + k];
      const momentum = drawNormal(stream);
      logDensity[i] -= (score * score) / 2;
      kinetic += (momentum * momentum) / 2;
    }
    energy[i] = kinetic - logDensity[i];
  }
  return {
    logDensity,
    energy,
    acceptance: new Float64Array(count).fill(0.85),
    stepSize: new Float64Array(count).fill(0.75),
    treeDepth: new Int32Array(count).fill(2),
    leapfrogs: new Int32Array(count).fill(3),
    divergent: new Uint8Array(count),
    maxTreeDepth: 10,
    warmupLeapfrogs: 4 * 300 * 7,
  };
}
