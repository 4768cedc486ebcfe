import { randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPanel } from "../dataset/any-dataset.contract.js";
import { makeDataset, type Dataset } from "../dataset/dataset.js";
import { exampleDataset } from "../dataset/example-dataset.js";
import { holdoutLast } from "./holdout-last.js";
import { holdoutRandom } from "./holdout-random.js";
import { rollingOrigins } from "./rolling-origins.js";

const days = Array.from({ length: 6 }, (_, t) => `2024-01-0${t + 1}`);

function panelOf(cells: readonly string[]): Dataset {
  const values = Float64Array.from({ length: cells.length * days.length }, (_, p) => p);
  return makeDataset({
    name: "panel",
    cells,
    periods: days,
    kpi: { name: "y", values },
    channels: [{ name: "tv", spend: values }],
  });
}

const two = panelOf(["N", "S"]);

function refusal(split: () => unknown): string {
  try {
    split();
    return "none";
  } catch (error) {
    return (error as Error).message;
  }
}

test("the last periods of all cells are held out", () => {
  expect(holdoutLast(two, 2)).toEqual({
    name: "from 2024-01-05",
    train: Uint8Array.of(1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0),
    holdout: Uint8Array.of(0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1),
  });
});

test("rolling origins see the past, are judged by a horizon, and leave the rest alone", () => {
  const masks = (split: { train: Uint8Array; holdout: Uint8Array }) =>
    [split.train, split.holdout].map((mask) => [...mask.slice(0, 6)].join(""));
  expect(rollingOrigins(two, { first: 2, horizon: 2 }).map(masks)).toEqual([
    ["110000", "001100"],
    ["111100", "000011"],
  ]);
  expect(rollingOrigins(two, { first: 3, horizon: 2, step: 1, window: 2 }).map(masks)).toEqual([
    ["011000", "000110"],
    ["001100", "000011"],
  ]);
});

test("the random holdout takes the same number from every cell, by the cell's name alone", () => {
  const split = (cells: readonly string[]) => holdoutRandom(panelOf(cells), 0.5, randomStream(7));
  const { name, train, holdout } = split(["N", "S", "W"]);
  expect(name).toBe("3 of 6 periods at random");
  const ofCell = (g: number, mask: Uint8Array = holdout) => [...mask.slice(6 * g, 6 * (g + 1))];
  for (const g of [0, 1, 2]) expect(ofCell(g).reduce((a, b) => a + b, 0)).toBe(3);
  expect([...train].map((value, p) => value + holdout[p]!)).toEqual(Array.from({ length: 18 }, () => 1));
  const turned = split(["W", "N"]).holdout;
  expect([ofCell(0, turned), ofCell(1, turned)]).toEqual([ofCell(2), ofCell(0)]);
});

// Frozen: a split that changes with a version would change every holdout score.
test("the random holdout of a seed never changes", () => {
  const { holdout } = holdoutRandom(two, 0.34, randomStream(1));
  expect([...holdout].join("")).toBe("101000100001");
});

test("what cannot be held out is refused with the range", () => {
  expect(refusal(() => holdoutLast(two, 5))).toBe(
    "1 error\nerror: panel, holdoutLast.periods: must be a whole number of periods from 1 to 4, got 5. Change it, or add history. [split.out-of-range]",
  );
  expect(refusal(() => holdoutLast(two, 1.5))).toContain("got 1.5");
  expect(refusal(() => rollingOrigins(two, { first: 5, horizon: 2 }))).toContain(
    "panel, rollingOrigins.first: must be a whole number of periods from 2 to 4, got 5.",
  );
  expect(refusal(() => rollingOrigins(two, { first: 2, horizon: 2, step: 0 }))).toContain(
    "rollingOrigins.step",
  );
  expect(refusal(() => rollingOrigins(two, { first: 2, horizon: 2, window: 1 }))).toContain(
    "rollingOrigins.window",
  );
  for (const share of [0, 0.01, 0.9, 1, NaN]) {
    expect(refusal(() => holdoutRandom(two, share, randomStream(1)))).toBe(
      `1 error\nerror: panel, holdoutRandom.share: must be a share in (0, 1) that holds out 1 to 4 of 6 periods, got ${share}. Change it, or add history. [split.out-of-range]`,
    );
  }
  const short = makeDataset({
    ...exampleDataset(),
    periods: exampleDataset().periods.slice(0, 2),
    kpi: { name: "y", values: Float64Array.of(1, 2) },
    channels: [{ name: "tv", spend: Float64Array.of(1, 2) }],
    controls: [],
  });
  expect(refusal(() => holdoutLast(short, 1))).toContain("of which 2 are too few, got 1.");
});

test("no value is in both parts, whatever the panel and the split", () => {
  fc.assert(
    fc.property(anyPanel, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (dataset, a, b) => {
      const count = dataset.periods.length;
      fc.pre(count > 2);
      const horizon = 1 + (a % (count - 2));
      const first = 2 + (b % (count - horizon - 1));
      const splits = [
        holdoutLast(dataset, horizon),
        ...rollingOrigins(dataset, { first, horizon }),
        holdoutRandom(dataset, horizon / count, randomStream(a)),
      ];
      for (const { train, holdout } of splits) {
        expect([train.length, holdout.length]).toEqual(
          Array.from({ length: 2 }, () => dataset.cells.length * count),
        );
        expect(train.every((value, p) => value + holdout[p]! < 2)).toBe(true);
        expect(holdout.includes(1) && train.includes(1)).toBe(true);
      }
    }),
  );
});
