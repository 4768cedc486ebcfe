/** What tests of decompositions measure with: random matrices, residuals and departures from orthogonality. */
import fc from "fast-check";
import { dot } from "./dot.js";

/** Matrices of any shape up to 12 × 8, elements of very different size and many zeros, row by row. */
export const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
          { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, 1e-9, 1e6) },
        ),
        { minLength: rows * columns, maxLength: rows * columns },
      )
      .map((values) => ({ rows, columns, values: Float64Array.from(values) })),
  );

/** The largest absolute element. */
export function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The largest absolute difference of two arrays. */
export function distance(a: Float64Array, b: Float64Array): number {
  return largest(a.map((value, i) => value - b[i]!));
}

/** How far rows of `length` elements are from being orthonormal. */
export function departure(vectors: Float64Array, length: number): number {
  const count = vectors.length / length;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(
        vectors.subarray(i * length, (i + 1) * length),
        vectors.subarray(j * length, (j + 1) * length),
      );
      worst = Math.max(worst, Math.abs(product - (i === j ? 1 : 0)));
    }
  }
  return worst;
}

/** Σ values[i] · leftᵢ rightᵢᵀ. */
export function recomposed(
  values: Float64Array,
  left: Float64Array,
  right: Float64Array,
  columns: number,
): Float64Array {
  const rows = values.length === 0 ? 0 : left.length / values.length;
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns);
    return values.reduce(
      (sum, value, i) => sum + value * left[i * rows + row]! * right[i * columns + (at % columns)]!,
      0,
    );
  });
}
