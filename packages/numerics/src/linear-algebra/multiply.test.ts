import fc from "fast-check";
import { expect, test } from "vitest";
import {
  gramMatrix,
  multiplyMatrices,
  multiplyMatrixVector,
  multiplyTransposedVector,
  transposeMatrix,
} from "./multiply.js";
import { distance, largest, matrices } from "./matrices.contract.js";

test("products of vectors are products with matrices of one column", () => {
  fc.assert(
    fc.property(matrices, ({ rows, columns, values }) => {
      const x = Float64Array.from({ length: columns }, (_, i) => i - 1.5);
      const y = Float64Array.from({ length: rows }, (_, i) => 2.5 - i);
      expect(multiplyMatrixVector(values, x)).toEqual(multiplyMatrices(values, x, columns));
      expect(multiplyTransposedVector(values, y)).toEqual(
        multiplyMatrices(transposeMatrix(values, columns), y, rows),
      );
    }),
  );
});

test("the Gram matrix is the transposed matrix times the matrix, and symmetric to the last bit", () => {
  fc.assert(
    fc.property(matrices, ({ rows, columns, values }) => {
      const turned = transposeMatrix(values, columns);
      const gram = gramMatrix(values, columns);
      const bound = 1e-15 * rows * largest(values) ** 2;
      expect(distance(gram, multiplyMatrices(turned, values, rows))).toBeLessThanOrEqual(bound);
      expect(transposeMatrix(gram, columns)).toEqual(gram);
      expect(transposeMatrix(turned, rows)).toEqual(values);
    }),
  );
});

test("shapes that do not fit are refused", () => {
  expect(() => multiplyMatrices(new Float64Array(6), new Float64Array(4), 4)).toThrow(
    new RangeError("multiplyMatrices: the elements must fill whole rows of 4, got 6. Check the shapes."),
  );
  expect(() => multiplyMatrixVector(new Float64Array(5), new Float64Array(2))).toThrow(
    new RangeError("multiplyMatrixVector: the elements must fill whole rows of 2, got 5. Check the shapes."),
  );
  expect(() => gramMatrix(new Float64Array(5), 0)).toThrow(RangeError);
});
