/** What must hold of `Draws` for their names to mean anything; every fault is found, not only the first. */
import type { Draws, DrawsAxis, DrawsParameter, SampleStatistics } from "./draws.js";

/** The statistics that have one entry per transition. */
const transitionStatistics = [
  "logDensity",
  "energy",
  "acceptance",
  "stepSize",
  "treeDepth",
  "leapfrogs",
  "divergent",
] as const satisfies readonly (keyof SampleStatistics)[];

/** One sentence per fault. */
export function checkDraws(parts: Draws): readonly string[] {
  const { chains, draws, parameters, statistics } = parts;
  const counts = [checkCount("chains", chains), checkCount("draws", draws)].flat();
  if (counts.length > 0) return counts;
  const names = parameters.map((parameter) => parameter.name);
  return [
    ...checkNames("draws", "parameter", names),
    ...parameters.flatMap((parameter) => checkParameter(parameter, chains * draws)),
    ...transitionStatistics.flatMap((name) =>
      checkLength(`draws.statistics.${name}`, statistics[name].length, chains * draws, "chain × draw"),
    ),
  ];
}

function checkParameter(parameter: DrawsParameter, transitions: number): readonly string[] {
  const place = `draws.${parameter.name}`;
  const axisNames = parameter.axes.map((axis) => axis.name);
  const sizes = parameter.axes.map((axis) => axis.coordinates.length);
  const expected = sizes.reduce((product, size) => product * size, transitions);
  const shape = ["chain", "draw", ...axisNames].join(" × ");
  return [
    ...checkNames(place, "axis", axisNames),
    ...parameter.axes.flatMap((axis) => checkAxis(place, axis)),
    ...checkLength(place, parameter.values.length, expected, shape),
  ];
}

function checkAxis(place: string, axis: DrawsAxis): readonly string[] {
  const here = `${place}.${axis.name}`;
  if (axis.coordinates.length === 0) {
    return [
      `${here}: an axis must have coordinates, got none. Leave the parameter out if it has no elements.`,
    ];
  }
  return checkNames(here, "coordinate", axis.coordinates);
}

function checkNames(place: string, kind: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name, i) => {
    if (name === "")
      return [`${place}: every ${kind} must have a name, got "" at position ${i + 1}. Name it.`];
    if (names.indexOf(name) === i) return [];
    return [`${place}: every ${kind} must have a name of its own, got "${name}" twice. Rename one.`];
  });
}

function checkLength(place: string, length: number, expected: number, shape: string): readonly string[] {
  if (length === expected) return [];
  return [`${place}: must hold ${expected} numbers (${shape}), got ${length}. Give one number per element.`];
}

function checkCount(place: string, count: number): readonly string[] {
  if (Number.isInteger(count) && count >= 1) return [];
  return [`draws.${place}: must be a whole number ≥ 1, got ${count}. Sample at least one.`];
}
