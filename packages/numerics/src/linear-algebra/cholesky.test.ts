import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, choleskyLogDeterminant, choleskySolve } from "./cholesky.js";
import { gramMatrix, multiplyMatrices, transposeMatrix } from "./multiply.js";
import { solveLower, solveLowerTransposed, solveUpper } from "./solve-lower.js";
import { distance, largest, matrices } from "./matrices.contract.js";

/** AᵀA + I: positive definite for any A. */
const definite = matrices.map(({ columns, values }) => {
  const matrix = gramMatrix(values, columns);
  for (let i = 0; i < columns; i++) matrix[i * columns + i] = matrix[i * columns + i]! + 1;
  return { size: columns, matrix };
});

test("a factor times itself turned is the matrix", () => {
  fc.assert(
    fc.property(definite, ({ size, matrix }) => {
      const lower = cholesky(matrix)!;
      const again = multiplyMatrices(lower, transposeMatrix(lower, size), size);
      expect(distance(again, matrix)).toBeLessThanOrEqual(4e-16 * size * largest(matrix));
    }),
  );
});

test("solutions satisfy their equations to the precision of the matrix", () => {
  fc.assert(
    fc.property(definite, fc.integer({ min: 1, max: 3 }), ({ size, matrix }, count) => {
      const lower = cholesky(matrix)!;
      const right = Float64Array.from({ length: size * count }, (_, i) => Math.sin(i + 1));
      const solution = choleskySolve(lower, right);
      const residual = distance(multiplyMatrices(matrix, solution, size), right);
      expect(residual).toBeLessThanOrEqual(1e-14 * size * largest(matrix) * Math.max(1, largest(solution)));
      const half = solveLower(lower, right);
      const bound = 1e-14 * size * Math.max(1, largest(lower)) * Math.max(1, largest(half));
      expect(distance(multiplyMatrices(lower, half, size), right)).toBeLessThanOrEqual(bound);
      const upper = transposeMatrix(lower, size);
      expect(solveLowerTransposed(lower, half)).toEqual(solveUpper(upper, half));
    }),
  );
});

// mpmath with 60 digits.
const MATRIX = Float64Array.of(4, 1, -2, 0.5, 1, 3, 0.25, 1, -2, 0.25, 5, -1, 0.5, 1, -1, 2);

test("factor, determinant and solution of a small matrix are those of mpmath", () => {
  const lower = cholesky(MATRIX)!;
  const expected = Float64Array.of(
    2,
    0,
    0,
    0,
    0.5,
    1.6583123951777,
    0,
    0,
    -1,
    0.45226701686664544,
    1.94819263561244,
    0,
    0.25,
    0.5276448530110863,
    -0.5074633511924619,
    1.1838800007971353,
  );
  expect(distance(lower, expected)).toBeLessThan(1e-15);
  expect(choleskyLogDeterminant(lower)).toBeCloseTo(4.069293812591648, 14);
  const solution = Float64Array.of(
    0.8437917222963952,
    -0.7209612817089452,
    1.5594125500667557,
    2.9292389853137517,
  );
  expect(distance(choleskySolve(lower, Float64Array.of(1, 2, 3, 4)), solution)).toBeLessThan(1e-14);
});

test("what is not positive definite has no factor", () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1))).toBeUndefined();
  expect(cholesky(Float64Array.of(0))).toBeUndefined();
  expect(cholesky(Float64Array.of(1, NaN, NaN, 1))).toBeUndefined();
  expect(cholesky(Float64Array.of(Infinity))).toBeUndefined();
  expect(cholesky(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1))).toBeUndefined();
  expect(cholesky(new Float64Array(0))).toEqual(new Float64Array(0));
});

test("wrong shapes and zeros on the diagonal are refused", () => {
  expect(() => cholesky(new Float64Array(6))).toThrow(
    new RangeError("cholesky: the matrix must be square, got 6 elements. Give n × n."),
  );
  expect(() => solveLower(Float64Array.of(1, 0, 0, 1), new Float64Array(3))).toThrow(
    new RangeError("solveLower: the right side must have 2 rows, got 3 elements. Check the shapes."),
  );
  expect(() => solveUpper(Float64Array.of(1, 1, 0, 0), Float64Array.of(1, 1))).toThrow(
    new RangeError(
      "solveUpper: the diagonal must not be zero, got 0 in row 2. The columns depend on one another.",
    ),
  );
});
