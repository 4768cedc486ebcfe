import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import { drawNormal, randomStream } from "../index.js";
import { departure, distance, largest, matrices, recomposed } from "./matrices.contract.js";
import { gramMatrix, transposeMatrix } from "./multiply.js";
import { symmetricEigen } from "./symmetric-eigen.js";
import { thinSvd } from "./thin-svd.js";

test("both sets of vectors are orthonormal, give the matrix again, and values fall", () => {
  fc.assert(
    fc.property(matrices, ({ rows, columns, values: matrix }) => {
      const { values, left, right } = thinSvd(matrix, columns);
      const count = Math.min(rows, columns);
      expect([values.length, left.length, right.length]).toEqual([count, count * rows, count * columns]);
      expect(departure(left, rows)).toBeLessThan(1e-14);
      expect(departure(right, columns)).toBeLessThan(1e-14);
      const again = recomposed(values, left, right, columns);
      // Subnormal elements have fewer digits, and so has what is made of them.
      expect(distance(again, matrix)).toBeLessThanOrEqual(1e-14 * largest(matrix) + 1e-322);
      expect(values).toEqual(values.toSorted().reverse());
      expect(values.every((value) => value >= 0)).toBe(true);
    }),
  );
});

test("elements a hundred orders of magnitude apart leave the vectors orthonormal", () => {
  const matrix = new Float64Array(64);
  matrix.set([-5.3e-7, 0, 0, 0, 0, 0, 1], 8);
  matrix.set([-1, 0, 0, 1, 1e-9, 0, 0, -1.1e-89], 20);
  matrix.set([1e6, 0, 0, 0, 10], 36);
  matrix.set([-5.4e-129, 0, 0, 0, 1], 57);
  const { left, right } = thinSvd(matrix, 8);
  expect(departure(left, 8)).toBeLessThan(1e-14);
  expect(departure(right, 8)).toBeLessThan(1e-14);
});

test("squares of singular values are eigenvalues of the Gram matrix, and turning swaps the sides", () => {
  fc.assert(
    fc.property(matrices, ({ rows, columns, values: matrix }) => {
      const { values } = thinSvd(matrix, columns);
      const eigen = symmetricEigen(gramMatrix(matrix, columns)).values.subarray(0, values.length);
      expect(
        distance(
          values.map((value) => value * value),
          eigen,
        ),
      ).toBeLessThanOrEqual(1e-13 * (1 + largest(eigen)));
      const turned = thinSvd(transposeMatrix(matrix, columns), rows);
      expect(distance(turned.values, values)).toBeLessThanOrEqual(1e-14 * largest(matrix) + 1e-322);
    }),
  );
});

describe("known singular values", () => {
  test("of a small matrix are those of mpmath", () => {
    const matrix = Float64Array.of(1, 2, 3, 0.5, -1, 2, 4, 0, -2, 1, 1, 1, 0, 2.5, -3);
    const expected = Float64Array.of(5.342237312780761, 4.212022079588311, 3.349532877132802);
    expect(distance(thinSvd(matrix, 3).values, expected)).toBeLessThan(4e-15);
  });

  test("of columns that differ in scale keep their digits, however small", () => {
    // Column j is 10^(−10 j) times whole numbers; mpmath with 80 digits.
    const matrix = Float64Array.from({ length: 18 }, (_, i) => {
      const [row, column] = [Math.floor(i / 3), i % 3];
      return [1, 1e-10, 1e-20][column]! * (1 + (((row + 1) * (column + 2)) % 7));
    });
    const expected = [11.789826122551595, 6.231158650644069e-10, 5.1453579244991527e-20];
    thinSvd(matrix, 3).values.forEach((value, i) =>
      expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-14),
    );
  });

  test("of a matrix of one rank are its length and zeros", () => {
    const matrix = Float64Array.from({ length: 12 }, (_, i) => (1 + Math.floor(i / 3)) * (1 + (i % 3)));
    const { values, left, right } = thinSvd(matrix, 3);
    expect(values[0]).toBeCloseTo(Math.sqrt(30 * 14), 12);
    expect(largest(values.subarray(1))).toBeLessThan(1e-14);
    expect(departure(left, 4) + departure(right, 3)).toBeLessThan(1e-14);
  });

  test("of nothing but zeros are zeros, with directions all the same", () => {
    const { values, left, right } = thinSvd(new Float64Array(6), 2);
    expect([...values]).toEqual([0, 0]);
    expect(departure(left, 3) + departure(right, 2)).toBe(0);
  });

  test("scale with the matrix, to the ends of the doubles", () => {
    for (const scale of [1e-300, 1e300]) {
      const { values } = thinSvd(Float64Array.of(3 * scale, 0, 0, 4 * scale), 2);
      expect(Math.abs(values[0]! / scale - 4) + Math.abs(values[1]! / scale - 3)).toBeLessThan(4e-15);
    }
  });
});

test("wrong shapes and what is not finite are refused", () => {
  expect(() => thinSvd(new Float64Array(5), 2)).toThrow(
    new RangeError("thinSvd: the elements must fill whole rows of 2, got 5. Check the shapes."),
  );
  expect(() => thinSvd(Float64Array.of(1, Infinity), 2)).toThrow(
    new RangeError("thinSvd: elements must be finite, got Infinity at index 1. Check the data."),
  );
});

test("gives the same bits on every machine", () => {
  const stream = randomStream("linear algebra golden", "svd");
  const matrix = Float64Array.from({ length: 30 * 12 }, () => drawNormal(stream));
  const { values, left, right } = thinSvd(matrix, 12);
  expect(bitChecksum([...values, ...left, ...right])).toBe(1348275767);
});
