import { axis } from "@mmm/autodiff";
import { expect, test } from "vitest";
import { arraySupportContract } from "./array-support.contract.js";
import { correlationCholesky } from "./correlation-cholesky.js";
import { covarianceCholesky } from "./covariance-cholesky.js";
import { ordered } from "./ordered.js";
import { realArray } from "./real-array.js";
import { simplex } from "./simplex.js";

const along = (size: number) => axis("channel", size);

arraySupportContract("simplex of 2", {
  support: simplex(along(2)),
  independent: [0],
  outside: [
    [0.5, 0.6],
    [0, 1],
    [1.5, -0.5],
  ],
});
arraySupportContract("simplex of 5", {
  support: simplex(along(5)),
  independent: [0, 1, 2, 3],
  outside: [[0.2, 0.2, 0.2, 0.2]],
});
arraySupportContract("ordered", {
  support: ordered(along(4)),
  independent: [0, 1, 2, 3],
  outside: [
    [0, 1, 1, 2],
    [0, 1, 2, Infinity],
  ],
});
arraySupportContract("ordered, one number", { support: ordered(along(1)), independent: [0], outside: [] });
arraySupportContract("real array", {
  support: realArray(along(3)),
  independent: [0, 1, 2],
  outside: [[0, 1, Infinity]],
});
arraySupportContract("correlation of 2", {
  support: correlationCholesky(along(2)),
  independent: [2],
  outside: [
    [1, 0, 0.6, 0.9],
    [1, 0.1, 0.6, 0.8],
    [-1, 0, 0, 1],
  ],
});
arraySupportContract("correlation of 4", {
  support: correlationCholesky(along(4)),
  independent: [4, 8, 9, 12, 13, 14],
  outside: [],
});
arraySupportContract("covariance of 3", {
  support: covarianceCholesky(along(3)),
  independent: [0, 3, 4, 6, 7, 8],
  outside: [
    [1, 1, 0, 0, 1, 0, 0, 0, 1],
    [1, 0, 0, 0, 0, 0, 0, 0, 1],
  ],
});

test("at zero a stick breaks into equal shares", () => {
  for (const share of simplex(along(7)).toConstrained(new Float64Array(6)))
    expect(share).toBeCloseTo(1 / 7, 15);
});

test("tiny shares keep their digits", () => {
  const shares = [1e-200, 1e-9, 1 - 1e-9];
  const { toConstrained, toUnconstrained } = simplex(along(3));
  toConstrained(toUnconstrained(shares)).forEach((share, k) =>
    expect(Math.abs(share / shares[k]! - 1)).toBeLessThanOrEqual(1e-13),
  );
});

test("a factor times its transpose has ones on its diagonal", () => {
  const factor = correlationCholesky(along(4)).toConstrained([0.4, -2, 1, 3, 0.1, -0.7]);
  for (let i = 0; i < 4; i++) {
    const length = factor.slice(4 * i, 4 * i + 4).reduce((sum, element) => sum + element * element, 0);
    expect(length).toBeCloseTo(1, 14);
  }
});

test("one share and one row are refused", () => {
  expect(() => simplex(along(1))).toThrow(
    new RangeError('simplex: axis "channel" must have at least 2 shares, got 1. One share is always 1.'),
  );
  expect(() => correlationCholesky(along(1))).toThrow(
    new RangeError(
      'correlationCholesky: axis "channel" must have at least 2 rows, got 1. One quantity has no correlation.',
    ),
  );
});
