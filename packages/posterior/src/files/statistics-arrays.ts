/** The statistics of transitions under ArviZ's names. */
import type { SampleStatistics } from "../draws/draws.js";
import type { DataArray, DataAxis, NamedArray } from "./data-group.js";

/** ArviZ's `sample_stats` from ours, chain × draw each. */
export function statisticsArrays(
  statistics: SampleStatistics,
  axes: readonly DataAxis[],
): readonly NamedArray[] {
  const { treeDepth, maxTreeDepth } = statistics;
  const saturated = Uint8Array.from(treeDepth, (depth) => (depth >= maxTreeDepth ? 1 : 0));
  return [
    { name: "lp", axes, values: statistics.logDensity },
    { name: "energy", axes, values: statistics.energy },
    { name: "acceptance_rate", axes, values: statistics.acceptance },
    { name: "step_size", axes, values: statistics.stepSize },
    { name: "tree_depth", axes, values: treeDepth },
    { name: "n_steps", axes, values: statistics.leapfrogs },
    { name: "diverging", axes, values: statistics.divergent },
    { name: "reached_max_treedepth", axes, values: saturated },
  ];
}

/** Ours from ArviZ's `sample_stats`. What is missing is NaN, or 0 for counts; Stan's depth is 10 where none is said. */
export function statisticsFromArrays(
  arrays: readonly DataArray[],
  attributes: Readonly<Record<string, string | number>>,
  transitions: number,
): SampleStatistics {
  const values = (name: string, missing: number): ArrayLike<number> =>
    arrays.find((array) => array.name === name)?.values ?? new Float64Array(transitions).fill(missing);
  return {
    logDensity: Float64Array.from(values("lp", NaN)),
    energy: Float64Array.from(values("energy", NaN)),
    acceptance: Float64Array.from(values("acceptance_rate", NaN)),
    stepSize: Float64Array.from(values("step_size", NaN)),
    treeDepth: Int32Array.from(values("tree_depth", 0)),
    leapfrogs: Int32Array.from(values("n_steps", 0)),
    divergent: Uint8Array.from(values("diverging", 0)),
    maxTreeDepth: Number(attributes["max_tree_depth"] ?? 10),
    warmupLeapfrogs: Number(attributes["warmup_leapfrogs"] ?? NaN),
  };
}
