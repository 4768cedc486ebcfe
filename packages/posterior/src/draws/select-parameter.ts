/** From names to numbers: the draws of one scalar, found by parameter name and coordinates. */
import type { Chains } from "../chains/chains.js";
import type { Draws, DrawsAxis, DrawsParameter } from "./draws.js";

/** Where a scalar stands in its parameter: axis name → coordinate, e.g. `{ channel: "tv" }`. */
export type Coordinates = Readonly<Record<string, string>>;

/**
 * The draws of one scalar quantity.
 *
 * @param draws        where to look
 * @param name         of the parameter
 * @param coordinates  one for each axis of the parameter, by axis name; none for a scalar parameter
 * @returns  chain × draw, a copy, in the parameter's natural unit
 * @throws  {Error} for an unknown parameter, axis or coordinate, and for an axis without coordinate
 * @example
 * selectParameter(exampleDraws(), "roi", { channel: "tv" }).chains; // => 4
 */
export function selectParameter(draws: Draws, name: string, coordinates: Coordinates = {}): Chains {
  const parameter = findParameter(draws, name);
  const offset = offsetOf(parameter, coordinates);
  const transitions = draws.chains * draws.draws;
  const stride = parameter.values.length / transitions;
  const values = new Float64Array(transitions);
  for (let i = 0; i < transitions; i++) values[i] = parameter.values[i * stride + offset];
  return { values, chains: draws.chains, draws: draws.draws };
}

function findParameter(draws: Draws, name: string): DrawsParameter {
  const found = draws.parameters.find((parameter) => parameter.name === name);
  if (found !== undefined) return found;
  const known = draws.parameters.map((parameter) => parameter.name);
  throw new Error(`draws: unknown parameter, got "${name}" (${listed(known)}). Choose one of these.`);
}

/** Position of the element among the axes' positions, row by row. */
function offsetOf(parameter: DrawsParameter, coordinates: Coordinates): number {
  const place = `draws.${parameter.name}`;
  const axisNames = parameter.axes.map((axis) => axis.name);
  const unknown = Object.keys(coordinates).find((axis) => !axisNames.includes(axis));
  if (unknown !== undefined) {
    throw new Error(
      `${place}: unknown axis, got "${unknown}" (${listed(axisNames)}). Select along these only.`,
    );
  }
  return parameter.axes.reduce(
    (offset, axis) => offset * axis.coordinates.length + positionOn(place, axis, coordinates[axis.name]),
    0,
  );
}

function positionOn(place: string, axis: DrawsAxis, coordinate: string | undefined): number {
  const position = coordinate === undefined ? -1 : axis.coordinates.indexOf(coordinate);
  if (position >= 0) return position;
  const got = coordinate === undefined ? "none" : `"${coordinate}"`;
  throw new Error(
    `${place}.${axis.name}: needs one of its coordinates, got ${got} (${listed(axis.coordinates)}). Choose one.`,
  );
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "none";
  return names.length <= 12 ? names.join(", ") : `${names.slice(0, 12).join(", ")}, … ${names.length} in all`;
}
