import { expect, test } from "vitest";
import { makeChains } from "./chains.js";
import { rankNormalize } from "./rank-normalize.js";

const scoresOf = (...draws: number[]): number[] => [...rankNormalize(makeChains([draws])).values];

test("infinite draws have a score like any other extreme draw", () => {
  expect(scoresOf(-Infinity, 0, 1, Infinity)).toEqual(scoresOf(-9, 0, 1, 9));
});

test("one NaN leaves no draw a score", () => {
  expect(scoresOf(1, NaN, 2)).toEqual([NaN, NaN, NaN]);
});

test("equal draws share their score", () => {
  expect(scoresOf(5, 5, 5)).toEqual([0, 0, 0]);
});
