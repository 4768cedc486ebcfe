/** Probabilities of counts, added up. */

/** P(X ≤ k) for k = 0 … from P(X = k), a new array. */
export function cumulate(probabilities: Float64Array): Float64Array {
  let total = 0;
  return probabilities.map((probability) => (total += probability));
}

/** The smallest k with P(X ≤ k) ≥ probability. */
export function countQuantile(cumulated: Float64Array, probability: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] >= probability) high = middle;
    else low = middle + 1;
  }
  return low;
}
