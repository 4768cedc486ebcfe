import { mean, randomStream, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { drawCellFactors, drawCellScatter } from "./draw-cell-scatter.js";
import { cellStream, makePanel, type Panel } from "./panel.js";
import { panelSchema } from "./panel-schema.js";

function panelOf(input: object): Panel {
  return makePanel(panelSchema.parse(input), randomStream("panel"));
}

function levels(count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => `level ${k}`);
}

const brands = { name: "brand", levels: ["a", "b"] };
const regions = { name: "region", levels: ["north", "south", "west"] };

test("cells are all combinations of levels, the last dimension fastest", () => {
  const { cells, dimensions } = panelOf({ dimensions: [brands, regions] });
  expect(cells).toEqual(["a × north", "a × south", "a × west", "b × north", "b × south", "b × west"]);
  expect(dimensions).toEqual([
    { name: "brand", levels: ["a", "a", "a", "b", "b", "b"] },
    { name: "region", levels: ["north", "south", "west", "north", "south", "west"] },
  ]);
});

test("levels may be a number, and then have numbers for names", () => {
  const { cells } = panelOf({ dimensions: [{ name: "geo", levels: 10 }] });
  expect([cells[0], cells[9]]).toEqual(["geo 01", "geo 10"]);
});

test("a national market is one cell of size 1 that scatters nowhere and draws from the stream itself", () => {
  const panel = makePanel(null, randomStream(1));
  expect(panel).toMatchObject({ cells: ["national"], size: Float64Array.of(1), variation: 0 });
  expect(panel.dimensions).toBeUndefined();
  expect(drawCellFactors(panel, "effects", randomStream(1))).toEqual(Float64Array.of(1));
  const stream = randomStream(1);
  expect(cellStream(panel, stream, 0)).toBe(stream);
});

test("populations are those that are given, and sizes stand around 1", () => {
  const population = { kind: "given", name: "people", values: [10, 20, 60] };
  const panel = panelOf({ dimensions: [regions], population });
  expect(panel.population).toEqual({ name: "people", values: Float64Array.of(10, 20, 60) });
  expect([...panel.size]).toEqual([1 / 3, 2 / 3, 2]);
});

/** Seeds are fixed; of fresh seeds, each bound below would fail for fewer than one in 10,000. */
describe("with many cells", () => {
  const count = 4000;

  test("drawn populations are log-normal around their median", () => {
    const population = { kind: "log-normal", median: 5000, variation: 0.5 };
    const { values } = panelOf({
      dimensions: [{ name: "geo", levels: levels(count) }],
      population,
    }).population!;
    const logs = values.map((value) => Math.log(value / 5000));
    expect(Math.abs(mean(logs))).toBeLessThan((4 * 0.5) / Math.sqrt(count));
    expect(Math.abs(variance(logs) / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  });

  test("factors are log-normal with mean 1 and the standard deviation of their quantity", () => {
    const panel = panelOf({
      dimensions: [{ name: "geo", levels: levels(count), scatter: { effects: 0.3 } }],
    });
    const factors = drawCellFactors(panel, "effects", randomStream("factors"));
    expect(Math.abs(mean(factors) - 1)).toBeLessThan((4 * 0.31) / Math.sqrt(count));
    const logs = factors.map(Math.log);
    expect(Math.abs(variance(logs) / 0.09 - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(drawCellScatter(panel, "adstock", randomStream(1)).every((value) => value === 0)).toBe(true);
  });

  test("dimensions are crossed: what levels do adds up, and cells have an own part where asked", () => {
    const size = 60;
    const [rows, columns] = [0.4, 0.2];
    const panel = panelOf({
      dimensions: [
        { name: "row", levels: levels(size), scatter: { effects: rows } },
        { name: "column", levels: levels(size), scatter: { effects: columns } },
      ],
    });
    const scatter = drawCellScatter(panel, "effects", randomStream("crossed"));
    const at = (i: number, j: number): number => scatter[i * size + j]!;
    for (let i = 1; i < size; i++) {
      expect(Math.abs(at(i, i) - at(i, 0) - at(0, i) + at(0, 0))).toBeLessThan(1e-12);
    }
    const ofRows = Float64Array.from({ length: size }, (_, i) => at(i, 0));
    // A χ² of 59 degrees lies between 0.42 and 1.9 of its mean but for one in 10,000.
    expect(variance(ofRows) / (rows * rows)).toBeGreaterThan(0.42);
    expect(variance(ofRows) / (rows * rows)).toBeLessThan(1.9);
    const own = panelOf({ dimensions: [brands, regions], scatter: { effects: 0.5 } });
    const [a, b, , d, e] = drawCellScatter(own, "effects", randomStream("own"));
    expect(Math.abs(e! - d! - b! + a!)).toBeGreaterThan(1e-3);
  });
});
