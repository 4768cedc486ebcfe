/** A matrix brought to a size at which squares neither overflow nor vanish. */

/** Sizes below this share of the largest element count as 0: their squares would lose digits. */
export const NEGLIGIBLE = 1e-140;

/** What was divided by, a power of two, and the result, whose largest element lies in [1, 2) unless all are 0. */
interface ScaledMatrix {
  readonly scale: number;
  readonly values: Float64Array;
}

/**
 * Divides a matrix by a power of two, which costs no rounding.
 *
 * @param place   who asks, for the message
 * @param matrix  any shape; not changed
 * @throws {RangeError} when an element is not finite
 */
export function scaleToOne(place: string, matrix: Float64Array): ScaledMatrix {
  let largest = 0;
  for (let i = 0; i < matrix.length; i++) {
    const size = Math.abs(matrix[i]);
    if (!(size < Infinity)) {
      throw new RangeError(
        `${place}: elements must be finite, got ${matrix[i]} at index ${i}. Check the data.`,
      );
    }
    if (size > largest) largest = size;
  }
  let scale = 1;
  while (scale * 2 <= largest) scale *= 2;
  while (scale > largest && largest > 0) scale /= 2;
  const values = matrix.map((value) => (Math.abs(value) < NEGLIGIBLE * largest ? 0 : value / scale));
  return { scale, values };
}
