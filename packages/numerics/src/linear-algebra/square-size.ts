/** The size of a square matrix from the number of its elements. */

/** n of an n × n matrix; `place` is who asks, for the message. */
export function squareSize(place: string, matrix: Float64Array): number {
  const size = Math.round(Math.sqrt(matrix.length));
  if (size * size !== matrix.length) {
    throw new RangeError(`${place}: the matrix must be square, got ${matrix.length} elements. Give n × n.`);
  }
  return size;
}
