import { expect, test } from "vitest";
import { makeChains } from "./chains.js";

test("chains of different length are refused", () => {
  expect(() => makeChains([[1, 2], [3]])).toThrow(
    "chains: every chain must have the same number of draws, at least 1, got [2, 1]. Cut the longer chains to the shortest.",
  );
});

test("no chain and empty chains are refused", () => {
  expect(() => makeChains([])).toThrow("got []");
  expect(() => makeChains([[], []])).toThrow("got [0, 0]");
});
