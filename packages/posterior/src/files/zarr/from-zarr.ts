/** A Zarr store back to `InferenceData`. */
import type { DataArray, DataAxis, DataGroup } from "../data-group.js";
import type { InferenceData } from "../inference-data.js";
import { readZarrArray, type ZarrArray, type ZarrOptions } from "./zarr-array.js";
import type { ZarrFiles } from "./to-zarr.js";
import { decodeUtf8 } from "./utf8.js";

/**
 * Reads the files of a Zarr store of format 2: those of `toZarr`, or what Python's xarray and ArviZ write with
 * `zarr_format=2`.
 *
 * Python compresses by Blosc unless told not to: `encoding={group: {variable: {"compressors": None}}}` of `to_zarr` does.
 *
 * @param files    bytes by path within the store, forward slashes
 * @param options  how to decompress chunks, which stores from Python need (Node's `zlib.inflateSync` for `zlib`)
 * @returns  groups; an axis without coordinates has 0, 1, …; integers, dates among them, are plain numbers
 * @throws  {Error} naming the array whose metadata, type or chunk cannot be read
 * @example
 * const draws = exampleDraws();
 * const again = drawsFromInferenceData(fromZarr(toZarr(toInferenceData(draws))));
 * again.parameters[1].axes; // => [{ name: "channel", coordinates: ["tv", "radio", "search"] }]
 */
export function fromZarr(files: ZarrFiles, options: ZarrOptions = {}): InferenceData {
  const groups = [...files.keys()].flatMap((path) => /^([^/]+)\/\.zgroup$/.exec(path)?.[1] ?? []);
  if (groups.length === 0) {
    throw new Error(
      `zarr: must have a group with a file .zgroup, got ${files.size} files without. ` +
        `Give paths within the store, of Zarr format 2.`,
    );
  }
  return { groups: groups.map((group) => readGroup(group, files, options)) };
}

function readGroup(group: string, files: ZarrFiles, options: ZarrOptions): DataGroup {
  const names = [...files.keys()].flatMap((path) => {
    const [folder, name, file, ...deeper] = path.split("/");
    return folder === group && file === ".zarray" && deeper.length === 0 ? [name] : [];
  });
  const arrays = names.map((name) => {
    const path = `${group}/${name}`;
    const attributes = readAttributes(files, path);
    return {
      name,
      attributes,
      axes: axisNamesOf(path, attributes),
      array: readZarrArray(files, path, options),
    };
  });
  const isCoordinate = (name: string, axes: readonly string[]): boolean =>
    axes.length === 1 && axes[0] === name;
  const coordinates = new Map(
    arrays.flatMap(({ name, axes, array }) => (isCoordinate(name, axes) ? [[name, array] as const] : [])),
  );
  return {
    name: group,
    arrays: arrays
      .filter(({ name, axes }) => !isCoordinate(name, axes))
      .map(({ name, attributes, axes, array }) =>
        toDataArray(`${group}/${name}`, array, axes, coordinates, attributes),
      ),
    attributes: plainAttributes(readAttributes(files, group)),
  };
}

type Attributes = Readonly<Record<string, unknown>>;

function readAttributes(files: ZarrFiles, path: string): Attributes {
  const bytes = files.get(`${path}/.zattrs`);
  return bytes === undefined ? {} : (JSON.parse(decodeUtf8(bytes)) as Attributes);
}

function plainAttributes(attributes: Attributes): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}

function axisNamesOf(path: string, attributes: Attributes): readonly string[] {
  const names = attributes["_ARRAY_DIMENSIONS"];
  if (Array.isArray(names)) return names.map(String);
  throw new Error(`zarr, ${path}: must name its axes in _ARRAY_DIMENSIONS, got none. Write it with xarray.`);
}

function toDataArray(
  path: string,
  { shape, elements, isTruth, isInteger }: ZarrArray,
  axes: readonly string[],
  coordinates: ReadonlyMap<string, ZarrArray>,
  attributes: Attributes,
): DataArray {
  if (!(elements instanceof Float64Array)) {
    throw new Error(`zarr, ${path}: must hold numbers, got words. Words can only be coordinates.`);
  }
  const fits = isInteger && elements.every((value) => value === (value | 0));
  const values = isTruth ? Uint8Array.from(elements) : fits ? Int32Array.from(elements) : elements;
  const axisNames = attributes["axis_names"];
  return {
    name: path.slice(path.indexOf("/") + 1),
    axes: axes.map((axis, k) => axisOf(axis, shape[k], coordinates.get(axis))),
    values,
    ...(Array.isArray(axisNames) ? { axisNames: axisNames.map(String) } : {}),
  };
}

function axisOf(name: string, size: number, coordinates: ZarrArray | undefined): DataAxis {
  if (coordinates === undefined) return { name, coordinates: Array.from({ length: size }, (_, i) => i) };
  const { elements } = coordinates;
  return { name, coordinates: elements instanceof Float64Array ? [...elements] : elements };
}
