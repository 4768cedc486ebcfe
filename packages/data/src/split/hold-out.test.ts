import { expect, test } from "vitest";
import { exampleDataset } from "../dataset/example-dataset.js";
import { hashDataset } from "../dataset/hash-dataset.js";
import { holdOut } from "./hold-out.js";
import { holdoutLast } from "./holdout-last.js";

const data = exampleDataset();
const split = holdoutLast(data, 13);

test("what is held out counts as content", () => {
  const hashes = [data, holdOut(data, split), holdOut(data, holdoutLast(data, 12))].map(hashDataset);
  expect(new Set(hashes).size).toBe(3);
  expect(hashDataset(holdOut(holdOut(data, holdoutLast(data, 12)), split))).toBe(hashes[1]);
});

test("masks of other data, and masks that overlap, are refused", () => {
  const short = { ...split, train: split.train.slice(1) };
  expect(() => holdOut(data, short)).toThrow(
    'split "from 2024-09-30" must have masks of 104 values, got 103',
  );
  expect(() => holdOut(data, { ...split, holdout: split.train })).toThrow(
    'split "from 2024-09-30" must have no value in train and in holdout, got 0',
  );
});
