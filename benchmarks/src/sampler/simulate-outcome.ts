/** An outcome that the model itself could have produced: with pure noise for an outcome nothing but priors would be sampled. */

import { compile } from "@mmm/autodiff";
import { drawNormal, log, randomStream } from "@mmm/numerics";
import type { Market } from "../gradient/market.js";
import { writeModel } from "../gradient/model.js";
import { positionLayout } from "../gradient/position-layout.js";

/** Standard deviation of a week; the outcome itself is of the order of 3. */
const noise = 0.3;

/** Mean and spread of the truth of each block, on the unconstrained scale. */
const truths = {
  retention: [0, 0.5],
  half: [0.3, 0.3],
  slope: [0.3, 0.2],
  effectMean: [-0.7, 0.4],
  effectSpread: [log(0.3), 0.1],
  deviation: [0, 1],
  baseline: [2, 0.5],
  seasonality: [0, 0.15],
  controlWeights: [0, 0.2],
  noise: [log(noise), 0],
} as const;

/** The market with an outcome from true parameters near those above. */
export function simulateOutcome(market: Market, seed: number): Market {
  const stream = randomStream(seed, "outcome", market.name);
  const layout = positionLayout(market);
  const position = new Float64Array(layout.dimension);
  const blocks = Object.entries(truths) as [keyof typeof truths, readonly [number, number]][];
  blocks.forEach(([block, [centre, spread]], k) => {
    const next = blocks[k + 1];
    const end = next === undefined ? layout.dimension : layout[next[0]];
    for (let i = layout[block]; i < end; i++) position[i] = centre + spread * drawNormal(stream);
  });
  const { mean, variables } = writeModel(market);
  const outcome = compile({ outputs: { mean }, variables }).evaluate(position).read("mean");
  return { ...market, outcome: outcome.map((value) => value + noise * drawNormal(stream)) };
}
