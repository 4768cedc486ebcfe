import { expect, it } from "vitest";
import { formatJson } from "./format-json.js";

it("typed arrays are lists, at every depth", () => {
  const value = { a: Float64Array.of(1, 2), b: [{ c: Uint8Array.of(3) }], d: Int32Array.of(-4) };
  expect(JSON.parse(formatJson(value))).toEqual({ a: [1, 2], b: [{ c: [3] }], d: [-4] });
});

it("numbers that do not exist are null, also in typed arrays", () => {
  expect(JSON.parse(formatJson([NaN, Infinity, Float64Array.of(NaN, 1)]))).toEqual([null, null, [null, 1]]);
});

it("no character is left that a terminal obeys, and none is lost", () => {
  const name = "tv\u001b[31m\u009b2J\u007f é";
  const text = formatJson({ name });
  expect(text).toBe('{\n  "name": "tv\\u001b[31m\\u009b2J\\u007f é"\n}');
  expect(JSON.parse(text)).toEqual({ name });
});
