/** The chains of several runs as one `Draws`. */
import type { Draws, SampleStatistics } from "./draws.js";
import { makeDraws } from "./make-draws.js";

/**
 * Puts the chains of several runs of one model one after another, so that they are judged together.
 *
 * @param parts  at least one; the same parameters, axes and coordinates in the same order, the same number of draws a
 *               chain, the same greatest tree depth
 * @returns  chains in the order of `parts`; arrays are copied
 * @throws  {Error} naming the first part that differs, and in what
 * @example
 * combineDraws([exampleDraws(), exampleDraws()]).chains; // => 8
 */
export function combineDraws(parts: readonly Draws[]): Draws {
  const first = parts[0];
  if (first === undefined) throw new Error("combineDraws: needs at least one part, got none. Give one.");
  parts.forEach((part, i) => checkSameForm(first, part, i));
  return makeDraws({
    chains: parts.reduce((total, part) => total + part.chains, 0),
    draws: first.draws,
    parameters: first.parameters.map((parameter, p) => ({
      ...parameter,
      values: joinFloats(parts.map((part) => part.parameters[p].values)),
    })),
    statistics: combineStatistics(parts.map((part) => part.statistics)),
  });
}

function combineStatistics(parts: readonly SampleStatistics[]): SampleStatistics {
  return {
    logDensity: joinFloats(parts.map((part) => part.logDensity)),
    energy: joinFloats(parts.map((part) => part.energy)),
    acceptance: joinFloats(parts.map((part) => part.acceptance)),
    stepSize: joinFloats(parts.map((part) => part.stepSize)),
    treeDepth: Int32Array.from(parts.flatMap((part) => [...part.treeDepth])),
    leapfrogs: Int32Array.from(parts.flatMap((part) => [...part.leapfrogs])),
    divergent: Uint8Array.from(parts.flatMap((part) => [...part.divergent])),
    maxTreeDepth: parts[0].maxTreeDepth,
    warmupLeapfrogs: parts.reduce((total, part) => total + part.warmupLeapfrogs, 0),
  };
}

function joinFloats(parts: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** Parts are joined by position, which is safe only where every name stands at the same position. */
function checkSameForm(first: Draws, part: Draws, index: number): void {
  const form = (draws: Draws): readonly (readonly [string, string])[] => [
    ["draws per chain", `${draws.draws}`],
    ["maxTreeDepth", `${draws.statistics.maxTreeDepth}`],
    ["parameters", draws.parameters.map((parameter) => parameter.name).join(", ")],
    ["axes", JSON.stringify(draws.parameters.map((parameter) => parameter.axes))],
  ];
  const wanted = form(first);
  form(part).forEach(([what, got], i) => {
    if (got === wanted[i][1]) return;
    throw new Error(
      `combineDraws: part ${index + 1} must have the same ${what} as part 1 (${wanted[i][1]}), got ${got}. ` +
        `Combine runs of one model only.`,
    );
  });
}
