/** Back from ArviZ's groups to `Draws` and draws per observation. */
import type { Draws, DrawsParameter } from "../draws/draws.js";
import { makeDraws } from "../draws/make-draws.js";
import { makeObservationDraws, type ObservationDraws } from "../predictive/observation-draws.js";
import type { DataArray, DataGroup } from "./data-group.js";
import type { InferenceData } from "./inference-data.js";
import { statisticsFromArrays } from "./statistics-arrays.js";

/**
 * The posterior draws of an `InferenceData`, ours or one that Python has written.
 *
 * @param data   with a group `posterior`; `sample_stats` where there is one
 * @param group  to read the draws from: `posterior` (default) or `prior`
 * @returns  coordinates as words; statistics that the data lack are NaN, or 0 for counts
 * @throws  {Error} when the group is missing, or an array in it is not chain × draw × …
 * @example
 * const draws = exampleDraws();
 * drawsFromInferenceData(toInferenceData(draws)).parameters[1].axes[0].name; // => "channel"
 */
export function drawsFromInferenceData(
  data: InferenceData,
  group: "posterior" | "prior" = "posterior",
): Draws {
  const { name, arrays } = findGroup(data, group);
  for (const array of arrays) checkSampled(name, array);
  const [chains, draws] = arrays[0].axes.map((axis) => axis.coordinates.length);
  const statistics = data.groups.find((each) => group === "posterior" && each.name === "sample_stats");
  return makeDraws({
    chains,
    draws,
    parameters: arrays.map(toParameter),
    statistics: statisticsFromArrays(statistics?.arrays ?? [], statistics?.attributes ?? {}, chains * draws),
  });
}

/**
 * Draws per observation of an `InferenceData`: a pointwise log likelihood or replicated data.
 *
 * @param data   with the group asked for
 * @param group  `log_likelihood` or `posterior_predictive`
 * @param name   of the array; the only one of the group when left out
 * @returns  axes behind chain and draw flattened, last axis fastest
 * @throws  {Error} when group or array are missing, or the array is not chain × draw × …
 * @example
 * const week = makeObservationDraws({ values: new Float64Array(1000), chains: 4, draws: 250, observations: ["week 1"] });
 * const data = toInferenceData(exampleDraws(), { logLikelihood: { kpi: week } });
 * observationsFromInferenceData(data, "log_likelihood").observations; // => ["week 1"]
 */
export function observationsFromInferenceData(
  data: InferenceData,
  group: "log_likelihood" | "posterior_predictive",
  name?: string,
): ObservationDraws {
  const { arrays } = findGroup(data, group);
  const array =
    name === undefined && arrays.length === 1 ? arrays[0] : arrays.find((each) => each.name === name);
  if (array === undefined) {
    const known = arrays.map((each) => each.name).join(", ");
    throw new Error(
      `inference data, ${group}: unknown array, got ${name === undefined ? "none" : `"${name}"`} (${known}). Choose one of these.`,
    );
  }
  checkSampled(group, array);
  const { axes, values } = toParameter(array);
  let observations: readonly string[] = [""];
  for (const { coordinates } of axes) {
    observations = observations.flatMap((place) =>
      coordinates.map((coordinate) => (place === "" ? coordinate : `${place}, ${coordinate}`)),
    );
  }
  const [chains, draws] = array.axes.map((axis) => axis.coordinates.length);
  return makeObservationDraws({
    values,
    chains,
    draws,
    observations: axes.length === 0 ? [array.name] : observations,
  });
}

function findGroup(data: InferenceData, name: string): DataGroup {
  const group = data.groups.find((each) => each.name === name);
  if (group !== undefined && group.arrays.length > 0) return group;
  const known = data.groups.map((each) => each.name).join(", ");
  throw new Error(
    `inference data: must have a group "${name}" with an array, got ${known || "no groups"}. Read a file that has one.`,
  );
}

function checkSampled(group: string, { name, axes }: DataArray): void {
  if (axes[0]?.name === "chain" && axes[1]?.name === "draw") return;
  const got = axes.map((axis) => axis.name).join(" × ") || "no axes";
  throw new Error(
    `inference data, ${group}.${name}: must have the axes chain × draw first, got ${got}. Transpose it.`,
  );
}

function toParameter({ name, axes, axisNames, values }: DataArray): DrawsParameter {
  return {
    name,
    axes: axes.slice(2).map((axis, k) => ({
      name: axisNames?.[k + 2] ?? axis.name,
      coordinates: axis.coordinates.map(String),
    })),
    values: values instanceof Float64Array ? values : Float64Array.from(values),
  };
}
