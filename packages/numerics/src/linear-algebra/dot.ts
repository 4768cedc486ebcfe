/** Inner products, added from the first to the last element. */

/**
 * Σ a[i] · b[i].
 *
 * @param a  [n]
 * @param b  [n]
 * @returns the inner product; 0 for no elements
 * @example
 * dot(Float64Array.of(1, 2), Float64Array.of(3, 4)); // => 11
 */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}
