/** MarketPlan: what is planned or expected for the periods after a dataset. */

/** One channel of a plan. */
export interface PlannedChannel {
  readonly name: string;
  /** [cell × time] money per period, ≥ 0 */
  readonly spend: Float64Array;
  /**
   * [cell × time] exposure that is planned; without it, spend is taken to buy exposure at the mean price that the cell paid in
   * the data (all cells, where the cell paid none).
   */
  readonly exposure?: { readonly values: Float64Array };
}

/**
 * The periods after a dataset. Any `Dataset` of the same cells, channels and controls that begins where the other ends is a plan
 * too; its KPI is not looked at.
 */
export interface MarketPlan {
  readonly name: string;
  /** Cells in the order of the data; may be left out. */
  readonly cells?: readonly string[];
  /** ISO dates; the first follows the last period of the data. */
  readonly periods: readonly string[];
  readonly channels: readonly PlannedChannel[];
  /** [cell × time] of every control of the data. */
  readonly controls?: readonly { readonly name: string; readonly values: Float64Array }[];
}
