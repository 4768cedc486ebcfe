/** Fewer draws to store or plot, without hiding what went wrong between them. */
import { mean, sum } from "@mmm/numerics";
import { chainOf, type Chains } from "../chains/chains.js";
import type { Draws } from "./draws.js";
import { makeDraws } from "./make-draws.js";

/**
 * Keeps the last of every `every` draws of each chain.
 *
 * Thinning saves memory, never improves an estimate. Judge the draws before: of the statistics, `divergent` and
 * `treeDepth` keep the worst of each window, `leapfrogs` their total, `acceptance` their mean; `energy` becomes NaN,
 * because E-BFMI compares neighbouring transitions and would look too good.
 *
 * @param draws  at least `every` draws per chain; windows end at the last draw, and draws at the start that fill none
 *               count to the first
 * @param every  window length in draws, a whole number ≥ 1; 1 keeps everything as it is
 * @returns  ⌊draws / every⌋ draws per chain; arrays are copied
 * @throws  {Error} when `every` is no such number
 * @example
 * thinDraws(exampleDraws(), 5).draws; // => 50
 */
export function thinDraws(draws: Draws, every: number): Draws {
  if (!Number.isInteger(every) || every < 1 || every > draws.draws) {
    throw new Error(
      `thinDraws: every must be a whole number from 1 to the ${draws.draws} draws of a chain, got ${every}. ` +
        `Give how many draws become one.`,
    );
  }
  if (every === 1) return draws;
  const { statistics } = draws;
  const inWindows = (values: ArrayLike<number>, summary: (window: Float64Array) => number): Float64Array =>
    reduceWindows(
      { values: Float64Array.from(values), chains: draws.chains, draws: draws.draws },
      every,
      summary,
    );
  const logDensity = inWindows(statistics.logDensity, last);
  return makeDraws({
    chains: draws.chains,
    draws: Math.floor(draws.draws / every),
    parameters: draws.parameters.map((parameter) => ({
      ...parameter,
      values: keepLast(parameter.values, draws, every),
    })),
    statistics: {
      logDensity,
      energy: logDensity.slice().fill(NaN),
      acceptance: inWindows(statistics.acceptance, mean),
      stepSize: inWindows(statistics.stepSize, last),
      treeDepth: Int32Array.from(inWindows(statistics.treeDepth, largest)),
      leapfrogs: Int32Array.from(inWindows(statistics.leapfrogs, sum)),
      divergent: Uint8Array.from(inWindows(statistics.divergent, largest)),
      maxTreeDepth: statistics.maxTreeDepth,
      warmupLeapfrogs: statistics.warmupLeapfrogs,
    },
  });
}

/** Windows end at the last draw; what does not fill one at the start of the chain counts to the first. */
function reduceWindows(x: Chains, every: number, summary: (window: Float64Array) => number): Float64Array {
  const kept = Math.floor(x.draws / every);
  return Float64Array.from({ length: x.chains * kept }, (_, i) => {
    const end = x.draws - (kept - 1 - (i % kept)) * every;
    const start = i % kept === 0 ? 0 : end - every;
    return summary(chainOf(x, Math.floor(i / kept)).subarray(start, end));
  });
}

/** The last draw of each window; a draw may be many numbers wide. */
function keepLast(values: Float64Array, draws: Draws, every: number): Float64Array {
  const width = values.length / (draws.chains * draws.draws);
  const kept = Math.floor(draws.draws / every);
  const result = new Float64Array(draws.chains * kept * width);
  for (let i = 0; i < draws.chains * kept; i++) {
    const from = (Math.floor(i / kept) + 1) * draws.draws - 1 - (kept - 1 - (i % kept)) * every;
    result.set(values.subarray(from * width, (from + 1) * width), i * width);
  }
  return result;
}

const last = (window: Float64Array): number => window[window.length - 1];
const largest = (window: Float64Array): number => window.reduce((a, b) => Math.max(a, b));
