import { hashDataset } from "@mmm/data";
import { expect, test } from "vitest";
import { marketPresets } from "./presets/market-presets.js";
import { simulateMarket } from "./simulate-market.js";

/** Frozen: a change needs a changeset that says so, because it changes every market that anybody simulated. */
test("the first numbers of the national market stay what they were", () => {
  const { dataset, truth } = simulateMarket(marketPresets.national, 1);
  const firstOf = (values: Float64Array) => Array.from(values.subarray(0, 3));
  expect(firstOf(dataset.kpi.values)).toEqual([1140809.6678585873, 1190014.3139044868, 1185566.745019493]);
  expect(dataset.channels.map(({ name, spend }) => [name, ...firstOf(spend)])).toEqual([
    ["tv", 117820, 127100, 69912],
    ["radio", 28779, 41539, 0],
    ["print", 0, 0, 0],
    ["search", 25451, 19002, 26512],
    ["social", 20976, 16715, 16094],
  ]);
  expect(dataset.channels.map(({ exposure }) => exposure && firstOf(exposure.values))).toEqual([
    [9120000, 9232300, 5824000],
    undefined,
    undefined,
    [33979, 23362, 30793],
    [2961900, 2703200, 2689100],
  ]);
  expect(firstOf(dataset.controls[0]!.values)).toEqual([104.95, 103.63, 102.62]);
  expect(firstOf(truth.baseline.values)).toEqual([966718.3253435538, 970021.6567496969, 968495.9348500255]);
  expect(truth.channels.map(({ coefficient }) => coefficient)).toEqual([
    185469.91931057663, 121020.87220528447, 99509.86954210278, 137827.4239091652, 87899.13213360234,
  ]);
});

test.each([
  ["national", "a6eb81f0b3eb7747413f4de2152db754"],
  ["small", "be940ce95a6d59d4cd77769bb257e304"],
  ["geo", "91ec8cf17726ef512e2b51c63f5247b1"],
  ["brand-region", "ebb32fe20e1795fa3a13666ceab02542"],
  ["daily-campaigns", "f14c5113586f8de5321c425edfd21db9"],
  ["small-business", "c398aa339d1959ab2341425867471481"],
  ["growing-business", "0b802a217c1f6a9b1ff1472356f27dcc"],
  ["medium-business", "96692a9af6216ef3ebe558cde0e217d3"],
  ["large-business", "0fbcc263e3efc15504356283d4d4c6a8"],
] as const)("all bits of %s stay what they were", (name, hash) => {
  expect(hashDataset(simulateMarket(marketPresets[name], 1).dataset)).toBe(hash);
});
