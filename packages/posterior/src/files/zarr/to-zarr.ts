/** `InferenceData` as a Zarr store: files that Python's xarray and ArviZ, and R's and Julia's Zarr readers open. */
import type { DataArray, DataGroup } from "../data-group.js";
import type { InferenceData } from "../inference-data.js";
import { encodeCoordinates, type EncodedValues, encodeNumbers } from "./encoded-values.js";
import { encodeUtf8 } from "./utf8.js";

/** Paths within a store, `posterior/roi/0.0.0`, and the bytes of each file. */
export type ZarrFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The files of a Zarr store (format 2, with consolidated metadata, uncompressed), one chunk per chain.
 *
 * Nothing is written: an application puts each file under one folder, best under another name that it renames when all
 * are there, so that no reader sees half a store. In Python: `arviz.from_zarr(folder)` up to ArviZ 0.23,
 * `xarray.open_datatree(folder, engine="zarr")` since.
 *
 * @param data  from `toInferenceData`
 * @returns  bytes by path with forward slashes; those of numbers are views into the draws, so write before changing them
 * @throws  {Error} when an array does not fill its axes
 * @example
 * const files = toZarr(toInferenceData(exampleDraws()));
 * files.get("posterior/roi/3.0.0")?.length; // => 250 * 3 * 8
 */
export function toZarr(data: InferenceData): ZarrFiles {
  const files = new Map<string, Uint8Array>();
  const metadata: Record<string, unknown> = {};
  const describe = (path: string, content: unknown): void => {
    metadata[path] = content;
    files.set(path, encodeUtf8(JSON.stringify(content, null, 2)));
  };
  describe(".zgroup", { zarr_format: 2 });
  describe(".zattrs", {});
  for (const group of data.groups) writeGroup(group, files, describe);
  files.set(".zmetadata", encodeUtf8(JSON.stringify({ zarr_consolidated_format: 1, metadata }, null, 2)));
  return files;
}

type Describe = (path: string, content: unknown) => void;

function writeGroup(group: DataGroup, files: Map<string, Uint8Array>, describe: Describe): void {
  describe(`${group.name}/.zgroup`, { zarr_format: 2 });
  describe(`${group.name}/.zattrs`, group.attributes);
  const axes = new Map(group.arrays.flatMap((array) => array.axes.map((axis) => [axis.name, axis] as const)));
  for (const { name, coordinates } of axes.values()) {
    const path = `${group.name}/${name}`;
    const encoded = encodeCoordinates(coordinates);
    describe(`${path}/.zarray`, arrayMetadata(encoded, [coordinates.length], [coordinates.length]));
    describe(`${path}/.zattrs`, { _ARRAY_DIMENSIONS: [name] });
    files.set(`${path}/0`, encoded.bytes);
  }
  for (const array of group.arrays) writeArray(`${group.name}/${array.name}`, array, files, describe);
}

function writeArray(
  path: string,
  array: DataArray,
  files: Map<string, Uint8Array>,
  describe: Describe,
): void {
  const shape = array.axes.map((axis) => axis.coordinates.length);
  const count = shape.reduce((product, size) => product * size, 1);
  if (array.values.length !== count) {
    throw new Error(
      `zarr, ${path}: must hold ${count} numbers (${shape.join(" × ")}), got ${array.values.length}. Give one per element.`,
    );
  }
  const byChain = array.axes[0]?.name === "chain";
  const chunks = byChain ? [1, ...shape.slice(1)] : shape;
  const encoded = encodeNumbers(array.values);
  describe(`${path}/.zarray`, arrayMetadata(encoded, shape, chunks));
  describe(`${path}/.zattrs`, {
    _ARRAY_DIMENSIONS: array.axes.map((axis) => axis.name),
    ...(array.axisNames === undefined ? {} : { axis_names: array.axisNames }),
  });
  const pieces = byChain ? shape[0] : 1;
  const length = encoded.bytes.length / pieces;
  for (let piece = 0; piece < pieces; piece++) {
    const key = [piece, ...shape.slice(1).fill(0)].join(".");
    files.set(`${path}/${key}`, encoded.bytes.subarray(piece * length, (piece + 1) * length));
  }
}

/** Zarr wants chunks of at least 1, also along an axis of none. */
function arrayMetadata(
  { dataType }: EncodedValues,
  shape: readonly number[],
  chunks: readonly number[],
): unknown {
  return {
    zarr_format: 2,
    shape,
    chunks: chunks.map((size) => Math.max(1, size)),
    dtype: dataType,
    compressor: null,
    filters: null,
    fill_value: null,
    order: "C",
  };
}
