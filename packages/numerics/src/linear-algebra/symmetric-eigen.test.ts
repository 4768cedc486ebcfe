import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import { drawNormal, randomStream } from "../index.js";
import { departure, distance, largest, matrices, recomposed } from "./matrices.contract.js";
import { gramMatrix, transposeMatrix } from "./multiply.js";
import { symmetricEigen } from "./symmetric-eigen.js";

const symmetric = matrices.map(({ columns, values }) => {
  const square = Float64Array.from({ length: columns * columns }, (_, i) => values[i % values.length]!);
  return { size: columns, matrix: square.map((value, i) => value + transposeMatrix(square, columns)[i]!) };
});

test("vectors are orthonormal, give the matrix again, and values fall", () => {
  fc.assert(
    fc.property(symmetric, ({ size, matrix }) => {
      const { values, vectors } = symmetricEigen(matrix);
      expect(departure(vectors, size)).toBeLessThan(2e-15 * size);
      const again = recomposed(values, vectors, vectors, size);
      // Subnormal elements have fewer digits, and so has what is made of them.
      expect(distance(again, matrix)).toBeLessThanOrEqual(3e-15 * size * largest(matrix) + 1e-322);
      expect(values).toEqual(values.toSorted().reverse());
    }),
  );
});

test("elements a hundred orders of magnitude apart leave the vectors orthonormal", () => {
  const matrix = new Float64Array(25);
  for (const [row, column, value] of [
    [0, 0, -4.897232270994216e-62],
    [0, 2, -0.004788613042816368],
    [0, 3, -2.448616135497108e-62],
    [1, 2, 2.8986921053894377e-105],
    [2, 3, -0.004788613042816368],
  ] as const) {
    matrix[row * 5 + column] = matrix[column * 5 + row] = value;
  }
  expect(departure(symmetricEigen(matrix).vectors, 5)).toBeLessThan(1e-14);
});

describe("known eigenvalues", () => {
  test("of a small matrix are those of mpmath", () => {
    const matrix = Float64Array.of(4, 1, -2, 0.5, 1, 3, 0.25, 1, -2, 0.25, 5, -1, 0.5, 1, -1, 2);
    const expected = Float64Array.of(
      6.918963938910566,
      3.799520536836222,
      2.3235496902634147,
      0.9579658339897976,
    );
    expect(distance(symmetricEigen(matrix).values, expected)).toBeLessThan(4e-15);
  });

  test("of second differences are 2 − 2 cos(kπ / (n + 1))", () => {
    const size = 40;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      matrix[i * size + i] = 2;
      if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = -1;
    }
    const expected = Float64Array.from(
      { length: size },
      (_, k) => 2 - 2 * Math.cos(((size - k) * Math.PI) / (size + 1)),
    );
    expect(distance(symmetricEigen(matrix).values, expected)).toBeLessThan(4e-15);
  });

  test("that coincide have orthogonal vectors all the same", () => {
    const { values, vectors } = symmetricEigen(new Float64Array(25).fill(1));
    expect(distance(values, Float64Array.of(5, 0, 0, 0, 0))).toBeLessThan(1e-14);
    expect(departure(vectors, 5)).toBeLessThan(1e-15);
    expect([...symmetricEigen(Float64Array.of(3, 0, 0, 3)).vectors]).toEqual([1, 0, 0, 1]);
  });

  test("scale with the matrix, to the ends of the doubles", () => {
    for (const scale of [1e-300, 1e300]) {
      const { values } = symmetricEigen(Float64Array.of(2 * scale, scale, scale, 2 * scale));
      expect(Math.abs(values[0]! / scale - 3) + Math.abs(values[1]! / scale - 1)).toBeLessThan(4e-15);
    }
  });
});

test("only the upper triangle counts", () => {
  expect(symmetricEigen(Float64Array.of(2, 1, 7, 2))).toEqual(symmetricEigen(Float64Array.of(2, 1, 1, 2)));
});

test("nothing and one number have their eigenvalues", () => {
  expect(symmetricEigen(new Float64Array(0)).values.length).toBe(0);
  expect(symmetricEigen(Float64Array.of(-3))).toEqual({
    values: Float64Array.of(-3),
    vectors: Float64Array.of(1),
  });
});

test("what is not finite is refused", () => {
  expect(() => symmetricEigen(Float64Array.of(1, NaN, NaN, 1))).toThrow(
    new RangeError("symmetricEigen: elements must be finite, got NaN at index 1. Check the data."),
  );
});

test("gives the same bits on every machine", () => {
  const stream = randomStream("linear algebra golden", "eigen");
  const matrix = gramMatrix(
    Float64Array.from({ length: 30 * 12 }, () => drawNormal(stream)),
    12,
  );
  const { values, vectors } = symmetricEigen(matrix);
  expect(bitChecksum([...values, ...vectors])).toBe(1920098463);
});
