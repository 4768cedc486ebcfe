/** The cells of a flat array, one by one. */

/** [cell × time] as views: [cell] → [time]. */
export function cellSlices(values: Float64Array, cells: number): readonly Float64Array[] {
  const length = values.length / cells;
  return Array.from({ length: cells }, (_, g) => values.subarray(g * length, (g + 1) * length));
}
