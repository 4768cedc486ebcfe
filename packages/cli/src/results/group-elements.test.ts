import { exampleDraws, makeDraws } from "@mmm/posterior";
import { expect, it } from "vitest";
import { formatRange, groupElements } from "./group-elements.js";

const cells = ["a", "b", "c", "d", "e", "f"];
const { statistics } = exampleDraws();
const axes = [
  { name: "channel", coordinates: ["tv"] },
  { name: "cell", coordinates: cells },
];
const draws = makeDraws({
  ...{ chains: exampleDraws().chains, draws: exampleDraws().draws, statistics },
  parameters: [
    {
      name: "roi",
      axes: axes.slice(0, 1),
      values: new Float64Array(exampleDraws().chains * exampleDraws().draws),
    },
    { name: "effect", axes, values: new Float64Array(6 * exampleDraws().chains * exampleDraws().draws) },
  ],
});
const rows = ["roi[tv]", ...cells.map((cell) => `effect[tv, ${cell}]`)].map((parameter) => ({ parameter }));
const labels = (some: readonly string[], asked?: readonly string[]) =>
  groupElements({ draws, dataset: { cells: some, periods: ["2024-01-01"] } as never }, rows, asked).map(
    ({ label, rows: own }) => [label, own.length],
  );

it("elements of many cells stand in one line, those of few one by one", () => {
  expect(labels(cells)).toEqual([
    ["roi[tv]", 1],
    ["effect[tv, 6 cells]", 6],
  ]);
  expect(labels(cells.slice(0, 5))).toHaveLength(7);
});

it("cells that are asked for stand alone, beside what has no cell", () => {
  expect(labels(cells, ["c"])).toEqual([
    ["roi[tv]", 1],
    ["effect[tv, c]", 1],
  ]);
});

it("a range of equal values is one value", () => {
  expect([formatRange([1, 3, 2], String), formatRange([2.01, 2.04], (value) => value.toFixed(1))]).toEqual([
    "1 – 3",
    "2.0",
  ]);
});
