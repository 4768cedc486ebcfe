/** Columns of plain numbers along time, which a model multiplies by coefficients and adds up. */

/** A basis of functions of time, column by column. */
export interface TimeColumns {
  /** [column] */
  readonly names: readonly string[];
  /** [column × time] */
  readonly values: Float64Array;
}

/** Columns from a function of time each. */
export function timeColumns(
  names: readonly string[],
  periods: number,
  value: (column: number, period: number) => number,
): TimeColumns {
  const values = Float64Array.from({ length: names.length * periods }, (_, i) =>
    value(Math.floor(i / periods), i % periods),
  );
  return { names, values };
}
