/** Spend that is known as a total only: spread over cells and periods in proportion to the exposure it bought. */

/**
 * The same cost per exposure everywhere:
 *
 *     spend[cell, time] = totalSpend · exposure[cell, time] / Σ exposure
 *
 * The sum runs over the cells and periods that the total was paid for, those of the KPI; media history, if there is any, is
 * valued at the same cost. Without any exposure there is no spend either.
 *
 * @source google2024 input data, allocated media spend
 */
export function allocateSpend(
  totalSpend: number,
  exposure: Float64Array,
  history?: Float64Array,
): { spend: Float64Array; history?: Float64Array } {
  const total = exposure.reduce((sum, value) => sum + value, 0);
  const spread = (values: Float64Array): Float64Array =>
    values.map((value) => (total === 0 ? 0 : totalSpend * (value / total)));
  return { spend: spread(exposure), ...(history && { history: spread(history) }) };
}
