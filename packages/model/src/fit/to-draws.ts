/** From the sampler's positions back to words: named parameters in natural units. */

import { type Draws, makeDraws } from "@mmm/posterior";
import type { Trace } from "@mmm/sampler";
import type { ForwardPass } from "../forward/forward-pass.js";

/** Copies one statistic of every chain, cut to the same number of draws, chain by chain. */
function joined<A extends Float64Array | Int32Array | Uint8Array>(
  traces: readonly Trace[],
  draws: number,
  of: (trace: Trace) => A,
  into: A,
): A {
  traces.forEach((trace, chain) => into.set(of(trace).subarray(0, draws), chain * draws));
  return into;
}

/**
 * Names and rescales draws.
 *
 * @param forward       the model's forward pass
 * @param traces        one per chain; unequal chains (after a cancel) are cut to the shortest
 * @param maxTreeDepth  the limit the sampler ran with
 * @returns             chain × draw × axes for every parameter and for `roi` and `coefficient`
 */
export function toDraws(forward: ForwardPass, traces: readonly Trace[], maxTreeDepth: number): Draws {
  const draws = Math.min(...traces.map((trace) => trace.draws));
  const count = traces.length * draws;
  const parameters = forward.quantities.map(({ name, axes }) => {
    const elements = axes.reduce((product, { coordinates }) => product * coordinates.length, 1);
    return { name, axes, values: new Float64Array(count * elements) };
  });
  traces.forEach((trace, chain) => {
    for (let draw = 0; draw < draws; draw++) {
      forward.evaluate(trace.positions.subarray(draw * trace.dimension, (draw + 1) * trace.dimension));
      for (const { name, values } of parameters) {
        const own = forward.quantity(name);
        values.set(own, (chain * draws + draw) * own.length);
      }
    }
  });
  return makeDraws({
    chains: traces.length,
    draws,
    parameters,
    statistics: {
      logDensity: joined(traces, draws, (trace) => trace.logDensity, new Float64Array(count)),
      energy: joined(traces, draws, (trace) => trace.energy, new Float64Array(count)),
      acceptance: joined(traces, draws, (trace) => trace.acceptance, new Float64Array(count)),
      stepSize: joined(traces, draws, (trace) => trace.stepSize, new Float64Array(count)),
      treeDepth: joined(traces, draws, (trace) => trace.treeDepth, new Int32Array(count)),
      leapfrogs: joined(traces, draws, (trace) => trace.leapfrogs, new Int32Array(count)),
      divergent: joined(traces, draws, (trace) => trace.divergent, new Uint8Array(count)),
      maxTreeDepth,
      warmupLeapfrogs: traces.reduce((total, { warmup }) => total + warmup.leapfrogs, 0),
    },
  });
}
