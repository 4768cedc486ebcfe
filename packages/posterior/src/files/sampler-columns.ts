/** The statistics of transitions under the names that Stan gave them, by which R and Python know them. */
import type { SampleStatistics } from "../draws/draws.js";

type TransitionStatistic = Exclude<keyof SampleStatistics, "maxTreeDepth" | "warmupLeapfrogs">;

/** In the order in which Stan writes them. */
export const samplerColumns: readonly (readonly [column: string, statistic: TransitionStatistic])[] = [
  ["lp__", "logDensity"],
  ["accept_stat__", "acceptance"],
  ["stepsize__", "stepSize"],
  ["treedepth__", "treeDepth"],
  ["n_leapfrog__", "leapfrogs"],
  ["divergent__", "divergent"],
  ["energy__", "energy"],
];

/** What columns do not hold. */
interface SamplerTotals {
  readonly maxTreeDepth: number;
  readonly warmupLeapfrogs: number;
}

/**
 * Statistics from columns, chain-major. What is missing is NaN where it can be; a sampler without trees, leapfrogs or
 * divergences has zeros.
 */
export function statisticsFromColumns(
  columns: ReadonlyMap<string, Float64Array>,
  transitions: number,
  totals: SamplerTotals,
): SampleStatistics {
  const column = (name: string, missing: number): Float64Array =>
    columns.get(name) ?? new Float64Array(transitions).fill(missing);
  return {
    logDensity: column("lp__", NaN),
    energy: column("energy__", NaN),
    acceptance: column("accept_stat__", NaN),
    stepSize: column("stepsize__", NaN),
    treeDepth: Int32Array.from(column("treedepth__", 0)),
    leapfrogs: Int32Array.from(column("n_leapfrog__", 0)),
    divergent: Uint8Array.from(column("divergent__", 0)),
    ...totals,
  };
}
