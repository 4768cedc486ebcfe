import { expect, test } from "vitest";
import { makeChains } from "../chains/chains.js";
import { autoregressiveChains } from "../chains/any-chains.contract.js";
import { nestedRhat } from "./nested-rhat.js";

test("one draw a chain suffices: only the spread between chains counts", () => {
  // superchain means 1.5 and 3.5 (variance 2), chain means of each have variance 0.5
  expect(nestedRhat(makeChains([[1], [2], [3], [4]]), ["a", "a", "b", "b"])).toBeCloseTo(Math.sqrt(5), 14);
});

test("superchains of one chain each: only the spread within chains counts", () => {
  // chain means 1.5 and 3.5 (variance 2), chain variances 0.5
  expect(
    nestedRhat(
      makeChains([
        [1, 2],
        [3, 4],
      ]),
      [1, 2],
    ),
  ).toBeCloseTo(Math.sqrt(5), 14);
});

test("labels may stand in any order", () => {
  const x = autoregressiveChains(1, { chains: 4, draws: 10 });
  const chains = [0, 2, 1, 3].map((c) => x.values.subarray(c * 10, c * 10 + 10));
  expect(nestedRhat(makeChains(chains), [1, 2, 1, 2])).toBe(nestedRhat(x, [1, 1, 2, 2]));
});

test("labels that do not fit are refused", () => {
  const x = autoregressiveChains(1, { chains: 4, draws: 10 });
  expect(() => nestedRhat(x, [1, 1, 1, 2])).toThrow(
    "nestedRhat: 4 chains must fall into at least 2 superchains of equal size, got labels [1, 1, 1, 2]. Give one label per chain, each equally often.",
  );
  expect(() => nestedRhat(x, [1, 2])).toThrow("got labels [1, 2]");
  expect(() => nestedRhat(x, [1, 1, 1, 1])).toThrow("got labels [1, 1, 1, 1]");
});

test("draws without a diagnosis give NaN", () => {
  expect(
    nestedRhat(
      makeChains([
        [1, 1],
        [1, 1],
      ]),
      [1, 2],
    ),
  ).toBeNaN();
});
