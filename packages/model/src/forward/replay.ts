/** Replay: asks the forward pass about the draws of a fit, one after another. */

import type { Fit } from "../fit/fit.js";
import { compileForwardPass, type ForwardPass } from "./forward-pass.js";

/** Which draws to visit. */
export interface ReplayOptions {
  /** At most this many draws, evenly spaced through every chain, but one of each. Default: all. */
  readonly atMost?: number;
  /** A forward pass compiled before; otherwise one is compiled. */
  readonly forward?: ForwardPass;
}

/** The positions a replay visits: chain by chain, every `step`-th draw. */
export function replayPositions({ traces, draws }: Fit, atMost = Infinity): readonly Float64Array[] {
  const step = stepOf(traces.length, draws.draws, atMost);
  return traces.flatMap(({ positions, dimension }) => {
    const chosen: Float64Array[] = [];
    for (let draw = 0; draw < draws.draws; draw += step) {
      chosen.push(positions.subarray(draw * dimension, (draw + 1) * dimension));
    }
    return chosen;
  });
}

/** Every how manieth draw of a chain is kept, so that all chains together keep at most so many. */
function stepOf(chains: number, draws: number, atMost: number): number {
  return Math.max(1, Math.ceil(draws / Math.max(1, Math.floor(atMost / chains))));
}

/** Evaluates the forward pass at each draw, then calls `visit` with it and the draw's index among those visited. */
export function replay(
  fit: Fit,
  visit: (forward: ForwardPass, index: number) => void,
  options: ReplayOptions = {},
): void {
  const forward = options.forward ?? compileForwardPass(fit.dataset, fit.spec);
  replayPositions(fit, options.atMost).forEach((position, index) => {
    forward.evaluate(position);
    visit(forward, index);
  });
}

/** Which of all draws are kept for bands, in the order of `replayPositions` with `atMost`. */
export interface Thinning {
  /** How many. */
  readonly count: number;
  /** The place of a draw among those kept; `undefined` where it is not. */
  readonly placeOf: (index: number) => number | undefined;
}

/** Evenly spaced draws among all, so that one replay serves totals of all draws and bands of some. */
export function thinning({ traces, draws: { draws } }: Fit, atMost: number): Thinning {
  const step = stepOf(traces.length, draws, atMost);
  const each = Math.ceil(draws / step);
  return {
    count: traces.length * each,
    placeOf: (index) => {
      const draw = index % draws;
      return draw % step === 0 ? Math.floor(index / draws) * each + draw / step : undefined;
    },
  };
}
