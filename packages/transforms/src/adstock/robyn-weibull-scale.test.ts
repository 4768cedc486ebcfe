import { expect, test } from "vitest";
import { robynWeibullScale } from "./robyn-weibull-scale.js";

test("halves go to the even period, as in R", () => {
  expect([0, 0.1, 0.25, 0.5, 0.75, 1].map((share) => robynWeibullScale(share, 11))).toEqual([
    1, 2, 4, 6, 8, 11,
  ]);
});

test("a share beyond the window and a window that is not whole are refused", () => {
  expect(() => robynWeibullScale(1.5, 20)).toThrow(
    new RangeError(
      'robynWeibullScale: share must be between 0 and 1, got 1.5. Give Robyn\'s hyperparameter "scale".',
    ),
  );
  expect(() => robynWeibullScale(0.5, 0)).toThrow(
    new RangeError(
      "robynWeibullScale: window must be a whole number ≥ 1, got 0. Give the number of periods.",
    ),
  );
});
