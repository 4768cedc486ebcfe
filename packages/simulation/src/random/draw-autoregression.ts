/** First-order autoregression: a series that remembers its last value. */

/**
 * A series of mean 0 and, when the innovations have it, standard deviation 1 from its first value on:
 *
 *     z[0] = u[0],   z[t] = persistence · z[t − 1] + √(1 − persistence²) · u[t]
 *
 * @param length       number of values
 * @param persistence  correlation of neighbours, in (−1, 1)
 * @param innovation   draws the next u
 */
export function drawAutoregression(
  length: number,
  persistence: number,
  innovation: () => number,
): Float64Array {
  const renewal = Math.sqrt(1 - persistence * persistence);
  const series = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    series[t] = t === 0 ? innovation() : persistence * series[t - 1]! + renewal * innovation();
  }
  return series;
}
