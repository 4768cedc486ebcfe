/** Truth: everything about a simulated market that its data do not show. */

import type { BaselineTruth } from "./baseline/simulate-baseline.js";
import type { MarketDescription } from "./description/market-description.js";
import type { ChannelTruth } from "./media/explain-channel.js";
import type { NoiseTruth } from "./noise/noise-truth.js";

/**
 * What a fit to the data should find. Arrays are [cell × time], flat, and stand in natural units; together they are the
 * data's KPI:
 *
 *     expected = baseline + Σ contributions,   kpi = expected + noise
 */
export interface Truth {
  /** The market that was asked for, complete. */
  readonly description: MarketDescription;
  readonly seed: number | string;
  readonly cells: readonly string[];
  /** ISO dates, as in the data. */
  readonly periods: readonly string[];
  readonly baseline: BaselineTruth;
  /** In the order of the data. */
  readonly channels: readonly ChannelTruth[];
  readonly noise: NoiseTruth;
  /** [cell × time] the KPI without noise. */
  readonly expected: Float64Array;
}
