/** One array of a Zarr store, put together from its chunks. */
import { decodeElements } from "./encoded-values.js";
import type { ZarrFiles } from "./to-zarr.js";
import { decodeUtf8 } from "./utf8.js";

/** The elements of an array, row by row. */
export interface ZarrArray {
  readonly shape: readonly number[];
  readonly elements: Float64Array | readonly string[];
  readonly isTruth: boolean;
  readonly isInteger: boolean;
}

/** How to read what others have written. */
export interface ZarrOptions {
  /** The bytes of a compressed chunk; `compressor` is as in the store's metadata, e.g. `{ id: "zlib", level: 1 }`. */
  readonly decompress?: (bytes: Uint8Array, compressor: { readonly id: string }) => Uint8Array;
}

/** What stands in `.zarray`. */
interface Metadata {
  readonly zarr_format: number;
  readonly shape: readonly number[];
  readonly chunks: readonly number[];
  readonly dtype: string;
  readonly compressor: { readonly id: string } | null;
  readonly filters: readonly { readonly id: string }[] | null;
  readonly fill_value: number | string | boolean | null;
  readonly order: string;
}

/** Reads the array at `path`. */
export function readZarrArray(files: ZarrFiles, path: string, options: ZarrOptions): ZarrArray {
  const metadata = JSON.parse(decodeUtf8(files.get(`${path}/.zarray`) ?? new Uint8Array())) as Metadata;
  checkReadable(path, metadata, options);
  const { shape, chunks, dtype } = metadata;
  const count = shape.reduce((product, size) => product * size, 1);
  const isWords = /^.[UO]/.test(dtype);
  const numbers = new Float64Array(isWords ? 0 : count).fill(fillNumber(metadata.fill_value));
  const words = new Array<string>(isWords ? count : 0).fill("");
  for (const chunk of gridOf(shape, chunks)) {
    const bytes = chunkBytes(files, path, chunk, metadata, options);
    if (bytes === undefined) continue; // all of it is the fill value
    const elements = decodeElements(bytes, dtype);
    if (elements === undefined) {
      throw new Error(`zarr, ${path}: unknown data type, got "${dtype}". Write numbers, truths or words.`);
    }
    const place = elements instanceof Float64Array ? numbers : words;
    copyChunk(elements, chunks, place as unknown[], shape, chunk);
  }
  return {
    shape,
    elements: isWords ? words : numbers,
    isTruth: dtype === "|b1",
    isInteger: /^.[iu]/.test(dtype),
  };
}

function checkReadable(
  path: string,
  { zarr_format, order, compressor, filters }: Metadata,
  options: ZarrOptions,
): void {
  const refuse = (rule: string, got: string): never => {
    throw new Error(`zarr, ${path}: ${rule}, got ${got}. Write the store without it, or give what it needs.`);
  };
  if (zarr_format !== 2) refuse("must have format 2", String(zarr_format));
  if (order !== "C") refuse("must be stored row by row (order C)", order);
  if (compressor !== null && options.decompress === undefined) refuse("must be uncompressed", compressor.id);
  const unknown = (filters ?? []).find(({ id }) => id !== "vlen-utf8");
  if (unknown !== undefined) refuse("must have no filter but vlen-utf8", unknown.id);
}

function fillNumber(fill: Metadata["fill_value"]): number {
  if (fill === null || typeof fill === "string") {
    return { Infinity: Infinity, "-Infinity": -Infinity }[fill ?? ""] ?? (fill === "NaN" ? NaN : 0);
  }
  return Number(fill);
}

function chunkBytes(
  files: ZarrFiles,
  path: string,
  chunk: readonly number[],
  { compressor }: Metadata,
  options: ZarrOptions,
): Uint8Array | undefined {
  const bytes = files.get(`${path}/${chunk.length === 0 ? "0" : chunk.join(".")}`);
  if (bytes === undefined || compressor === null || options.decompress === undefined) return bytes;
  return options.decompress(bytes, compressor);
}

/** Positions of all chunks. */
function gridOf(shape: readonly number[], chunks: readonly number[]): readonly (readonly number[])[] {
  let grid: readonly (readonly number[])[] = [[]];
  shape.forEach((size, k) => {
    const along = Array.from({ length: Math.ceil(size / chunks[k]) }, (_, i) => i);
    grid = grid.flatMap((place) => along.map((i) => [...place, i]));
  });
  return grid;
}

/** Copies what of a chunk lies inside the array: those at the far edges reach beyond it. */
function copyChunk(
  elements: ArrayLike<unknown>,
  chunks: readonly number[],
  place: unknown[],
  shape: readonly number[],
  chunk: readonly number[],
): void {
  for (let i = 0; i < elements.length; i++) {
    let rest = i;
    let stride = 1;
    let target = 0;
    let inside = true;
    for (let k = shape.length - 1; k >= 0; k--) {
      const position = chunk[k] * chunks[k] + (rest % chunks[k]);
      rest = Math.floor(rest / chunks[k]);
      inside &&= position < shape[k];
      target += position * stride;
      stride *= shape[k];
    }
    if (inside) place[target] = elements[i];
  }
}
