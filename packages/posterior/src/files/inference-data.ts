/** `InferenceData`: everything of one inference in ArviZ's groups, ready to be written. */
import type { Chains } from "../chains/chains.js";
import type { Draws } from "../draws/draws.js";
import type { ObservationDraws } from "../predictive/observation-draws.js";
import { dataGroup, type DataAxis, type DataGroup, type NamedArray } from "./data-group.js";
import { statisticsArrays } from "./statistics-arrays.js";

/** Groups of named arrays; `posterior` and `sample_stats` are always there. */
export interface InferenceData {
  readonly groups: readonly DataGroup[];
}

/** What may stand beside the posterior. */
export interface InferenceParts {
  /** Pointwise log likelihood by name of the observed variable, which ArviZ's `loo` and `compare` read. */
  readonly logLikelihood?: Readonly<Record<string, ObservationDraws>>;
  /** Log prior density by name, chain × draw, which ArviZ's `psense` reads. */
  readonly logPrior?: Readonly<Record<string, Chains>>;
  /** Replicated observations by name of the observed variable, which ArviZ's `plot_ppc` reads. */
  readonly posteriorPredictive?: Readonly<Record<string, ObservationDraws>>;
  /** The observed data by name of the variable, with the names of the observations. */
  readonly observed?: Readonly<Record<string, ObservedData>>;
  /** Draws from the prior. */
  readonly prior?: Draws;
  /** Facts about all groups, such as `{ inference_library: "mmm", created_at: "2025-01-01T00:00:00" }`. */
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Observed values and what they are called. */
export interface ObservedData {
  readonly observations: readonly string[];
  readonly values: ArrayLike<number>;
}

/**
 * Arranges draws, and what belongs to them, in the groups of ArviZ's InferenceData schema.
 *
 * Statistics get ArviZ's names (`diverging`, `tree_depth`, `lp`, …). In one group an axis has one set of coordinates;
 * where two parameters disagree, or a parameter has the name of an axis, the axis is called `parameter_axis` and
 * remembers its own name.
 *
 * @param draws  posterior draws
 * @param parts  log likelihood, predictions, observed data, prior draws, attributes
 * @returns  groups whose arrays are those of `draws`, not copies; write them with `toZarr`
 * @throws  {Error} for names that no file system could hold
 * @example
 * toInferenceData(exampleDraws()).groups.map((group) => group.name); // => ["posterior", "sample_stats"]
 */
export function toInferenceData(draws: Draws, parts: InferenceParts = {}): InferenceData {
  const { attributes = {} } = parts;
  const group = (name: string, arrays: readonly NamedArray[] | undefined, own = {}): readonly DataGroup[] =>
    arrays === undefined || arrays.length === 0 ? [] : [dataGroup(name, arrays, { ...attributes, ...own })];
  const { maxTreeDepth, warmupLeapfrogs } = draws.statistics;
  const totals = {
    max_tree_depth: maxTreeDepth,
    ...(Number.isFinite(warmupLeapfrogs) ? { warmup_leapfrogs: warmupLeapfrogs } : {}),
  };
  return {
    groups: [
      ...group("posterior", parameterArrays(draws)),
      ...group("sample_stats", statisticsArrays(draws.statistics, drawAxes(draws)), totals),
      ...group("log_likelihood", observationArrays(parts.logLikelihood)),
      ...group("log_prior", chainsArrays(parts.logPrior)),
      ...group("posterior_predictive", observationArrays(parts.posteriorPredictive)),
      ...group("prior", parts.prior && parameterArrays(parts.prior)),
      ...group("observed_data", observedArrays(parts.observed)),
    ],
  };
}

function drawAxes({
  chains,
  draws,
}: {
  readonly chains: number;
  readonly draws: number;
}): readonly DataAxis[] {
  const counted = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);
  return [
    { name: "chain", coordinates: counted(chains) },
    { name: "draw", coordinates: counted(draws) },
  ];
}

function parameterArrays(draws: Draws): readonly NamedArray[] {
  return draws.parameters.map(({ name, axes, values }) => ({
    name,
    axes: [...drawAxes(draws), ...axes],
    values,
  }));
}

function observationArrays(byName: Readonly<Record<string, ObservationDraws>> = {}): readonly NamedArray[] {
  return Object.entries(byName).map(([name, x]) => ({
    name,
    axes: [...drawAxes(x), { name: "observation", coordinates: x.observations }],
    values: x.values,
  }));
}

function chainsArrays(byName: Readonly<Record<string, Chains>> = {}): readonly NamedArray[] {
  return Object.entries(byName).map(([name, x]) => ({ name, axes: drawAxes(x), values: x.values }));
}

function observedArrays(byName: Readonly<Record<string, ObservedData>> = {}): readonly NamedArray[] {
  return Object.entries(byName).map(([name, { observations, values }]) => ({
    name,
    axes: [{ name: "observation", coordinates: observations }],
    values: Float64Array.from(values),
  }));
}
