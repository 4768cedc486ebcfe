import type { Trace } from "@mmm/sampler";
import { expect, it } from "vitest";
import { usableTraces } from "./usable-traces.js";

function chainsKept(...draws: readonly number[]): readonly number[] {
  const traces = draws.map(
    (count, chain) => ({ chain: chain + 1, draws: count, outcome: "cancelled" }) as Trace,
  );
  return usableTraces(traces).map(({ chain }) => chain);
}

it("a finished run keeps all chains", () => {
  expect(chainsKept(1000, 1000, 1000, 1000)).toEqual([1, 2, 3, 4]);
});

it("chains that have hardly begun do not cut the others short", () => {
  expect(chainsKept(1000, 20, 990, 0)).toEqual([1, 3]);
  expect(chainsKept(1000, 900, 800, 700)).toEqual([1, 2, 3, 4]);
  expect(chainsKept(1000, 1000, 1000, 10)).toEqual([1, 2, 3]);
});

it("a second chain is kept however short it is, because one chain cannot be judged", () => {
  expect(chainsKept(1000, 20)).toEqual([1, 2]);
  expect(chainsKept(1000, 20, 0)).toEqual([1, 2]);
  expect(chainsKept(0, 7)).toEqual([2]);
  expect(chainsKept(0, 0)).toEqual([]);
});

it("a chain that failed is not used, whatever it drew", () => {
  const failed = { chain: 1, draws: 500, outcome: { failed: "overflow" } } as Trace;
  const finished = { chain: 2, draws: 500, outcome: "finished" } as Trace;
  expect(usableTraces([failed, finished])).toEqual([finished]);
});
