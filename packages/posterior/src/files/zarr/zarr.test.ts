import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDraws } from "../../draws/example-draws.js";
import { anyDraws } from "../any-draws.contract.js";
import { drawsFromInferenceData } from "../draws-from-inference-data.js";
import { toInferenceData } from "../inference-data.js";
import { fromZarr } from "./from-zarr.js";
import { toZarr, type ZarrFiles } from "./to-zarr.js";
import { decodeUtf8, encodeUtf8 } from "./utf8.js";

/** A store with one group of given metadata and chunks, as Python would write it. */
function store(
  arrays: Record<string, { metadata: object; attributes?: object; chunks: Record<string, Uint8Array> }>,
): ZarrFiles {
  const files = new Map<string, Uint8Array>([["posterior/.zgroup", encodeUtf8('{"zarr_format": 2}')]]);
  for (const [name, { metadata, attributes, chunks }] of Object.entries(arrays)) {
    const defaults = { zarr_format: 2, order: "C", compressor: null, filters: null, fill_value: null };
    files.set(`posterior/${name}/.zarray`, encodeUtf8(JSON.stringify({ ...defaults, ...metadata })));
    files.set(
      `posterior/${name}/.zattrs`,
      encodeUtf8(JSON.stringify(attributes ?? { _ARRAY_DIMENSIONS: [name] })),
    );
    for (const [key, bytes] of Object.entries(chunks)) files.set(`posterior/${name}/${key}`, bytes);
  }
  return files;
}

const bytesOf = (array: Float64Array | Float32Array | Int16Array | BigInt64Array): Uint8Array =>
  new Uint8Array(array.buffer);
const matrix = { _ARRAY_DIMENSIONS: ["chain", "draw"] };

describe("Zarr", () => {
  test("stores give back what was put in, bit by bit", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        const data = toInferenceData(draws, { attributes: { "inference library": "mmm ☃", version: 1.5 } });
        const again = fromZarr(toZarr(data));
        expect(again).toEqual(data);
        expect(drawsFromInferenceData(again)).toEqual(draws);
      }),
    );
  });

  test("of the example has the files that Python looks for, and the bytes of the draws themselves", () => {
    const draws = exampleDraws();
    const files = toZarr(toInferenceData(draws));
    expect([...files.keys()].filter((path) => path.startsWith("posterior/roi/"))).toEqual([
      "posterior/roi/.zarray",
      "posterior/roi/.zattrs",
      ...[0, 1, 2, 3].map((chain) => `posterior/roi/${chain}.0.0`),
    ]);
    expect(files.get("posterior/roi/1.0.0")?.buffer).toBe(draws.parameters[1].values.buffer);
    const metadata = (path: string): unknown => JSON.parse(decodeUtf8(files.get(path) ?? new Uint8Array()));
    expect(metadata("posterior/roi/.zarray")).toEqual({
      zarr_format: 2,
      shape: [4, 250, 3],
      chunks: [1, 250, 3],
      dtype: "<f8",
      compressor: null,
      filters: null,
      fill_value: null,
      order: "C",
    });
    expect(metadata("posterior/channel/.zarray")).toMatchObject({ shape: [3], dtype: "<U6" });
    expect(metadata("posterior/chain/.zarray")).toMatchObject({ shape: [4], dtype: "<i8" });
    expect(metadata("sample_stats/diverging/.zarray")).toMatchObject({ dtype: "|b1" });
    const consolidated = metadata(".zmetadata") as { metadata: Record<string, unknown> };
    const described = [...files.keys()].filter((path) => /\.z(array|attrs|group)$/.test(path));
    expect(Object.keys(consolidated.metadata).sort()).toEqual(described.sort());
  });

  test("of Python are read: chunks that reach beyond, other types, words of any length, missing chunks", () => {
    const words = encodeUtf8("tv☂");
    const list = new Uint8Array(8 + words.length + 4);
    new DataView(list.buffer).setUint32(0, 2, true);
    new DataView(list.buffer).setUint32(4, words.length, true);
    list.set(words, 8);
    const [group] = fromZarr(
      store({
        x: {
          metadata: { shape: [3, 3], chunks: [2, 2], dtype: "<f4" },
          attributes: { _ARRAY_DIMENSIONS: ["row", "word"] },
          chunks: {
            "0.0": bytesOf(Float32Array.of(1, 2, 4, 5)),
            "0.1": bytesOf(Float32Array.of(3, 99, 6, 99)),
            "1.0": bytesOf(Float32Array.of(7, 8, 99, 99)),
            "1.1": bytesOf(Float32Array.of(9, 99, 99, 99)),
          },
        },
        n: {
          metadata: { shape: [3], chunks: [2], dtype: "<i2", fill_value: 7 },
          attributes: { _ARRAY_DIMENSIONS: ["row"] },
          chunks: { "0": bytesOf(Int16Array.of(-1, 2)) },
        },
        big: {
          metadata: { shape: [], chunks: [], dtype: "<i8" },
          attributes: { _ARRAY_DIMENSIONS: [] },
          chunks: { "0": bytesOf(BigInt64Array.of(1_700_000_000_000n)) },
        },
        missing: {
          metadata: { shape: [3], chunks: [3], dtype: ">f8", fill_value: "NaN" },
          attributes: { _ARRAY_DIMENSIONS: ["row"] },
          chunks: {},
        },
        word: {
          metadata: { shape: [2], chunks: [2], dtype: "|O", filters: [{ id: "vlen-utf8" }] },
          chunks: { "0": list },
        },
      }),
    ).groups;
    const arrays = Object.fromEntries(group.arrays.map((array) => [array.name, array]));
    expect([...arrays["x"].values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(arrays["x"].axes[1]).toEqual({ name: "word", coordinates: ["tv☂", ""] });
    expect(arrays["x"].axes[0]).toEqual({ name: "row", coordinates: [0, 1, 2] });
    expect(arrays["n"].values).toEqual(Int32Array.of(-1, 2, 7));
    expect(arrays["big"].values).toEqual(Float64Array.of(1_700_000_000_000));
    expect(arrays["missing"].values).toEqual(new Float64Array(3).fill(NaN));
  });

  test("that are compressed are read with what decompresses them", () => {
    const chunk = { "0.0": new Uint8Array(deflateSync(bytesOf(Float64Array.of(1, 2)))) };
    const compressor = { id: "zlib", level: 1 };
    const files = store({
      mu: {
        metadata: { shape: [1, 2], chunks: [1, 2], dtype: "<f8", compressor },
        attributes: matrix,
        chunks: chunk,
      },
    });
    const decompress = (bytes: Uint8Array, { id }: { id: string }) =>
      id === "zlib" ? new Uint8Array(inflateSync(bytes)) : bytes;
    expect(drawsFromInferenceData(fromZarr(files, { decompress })).parameters[0].values).toEqual(
      Float64Array.of(1, 2),
    );
    expect(() => fromZarr(files)).toThrow(
      "zarr, posterior/mu: must be uncompressed, got zlib. Write the store without it, or give what it needs.",
    );
  });

  test("that cannot be read are refused with the array's name", () => {
    const bad =
      (metadata: object, attributes: object = matrix) =>
      () =>
        fromZarr(
          store({
            mu: {
              metadata: { shape: [1, 1], chunks: [1, 1], dtype: "<f8", ...metadata },
              attributes,
              chunks: { "0.0": new Uint8Array(16) },
            },
          }),
        );
    expect(bad({ zarr_format: 3 })).toThrow("zarr, posterior/mu: must have format 2, got 3.");
    expect(bad({ order: "F" })).toThrow("zarr, posterior/mu: must be stored row by row (order C), got F.");
    expect(bad({ filters: [{ id: "delta" }] })).toThrow(
      "zarr, posterior/mu: must have no filter but vlen-utf8, got delta.",
    );
    expect(bad({ dtype: "<c16" })).toThrow(
      'zarr, posterior/mu: unknown data type, got "<c16". Write numbers, truths or words.',
    );
    expect(bad({ dtype: "<U4" })).toThrow(
      "zarr, posterior/mu: must hold numbers, got words. Words can only be coordinates.",
    );
    expect(bad({}, {})).toThrow(
      "zarr, posterior/mu: must name its axes in _ARRAY_DIMENSIONS, got none. Write it with xarray.",
    );
    expect(() => fromZarr(new Map())).toThrow(
      "zarr: must have a group with a file .zgroup, got 0 files without.",
    );
  });

  test("text survives as UTF-8, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
        expect([...encodeUtf8(text)]).toEqual([...new Uint8Array(Buffer.from(text, "utf8"))]);
      }),
    );
  });
});
