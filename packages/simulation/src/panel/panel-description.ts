/** PanelDescription: the cells of a market, and how they differ from each other. */

/**
 * How far cells differ: standard deviations around what the description says of the whole market. All but `trend` are on
 * the log scale, where 0.2 is about 20 %; 0 makes cells alike.
 */
export interface CellScatter {
  /** Spend per head. */
  readonly spend: number;
  /** Baseline per head. */
  readonly baseline: number;
  /** What the baseline gains in the window, added as a share of it. */
  readonly trend: number;
  /** Amplitude of all seasonality. */
  readonly seasonality: number;
  /** Effect of each control. */
  readonly controls: number;
  /** KPI per head that the same media per head brings: a channel's coefficient. */
  readonly effects: number;
  /** Parameters of adstock; of those that are shares, such as a retention, on the logit scale. */
  readonly adstock: number;
  /** The media per head at which saturation sets in, such as a half-saturation. */
  readonly saturation: number;
  /** Standard deviation of the noise, or dispersion of counts. */
  readonly noise: number;
}

/** One way in which the market is divided. */
export interface DimensionDescription {
  readonly name: string;
  readonly levels: readonly string[];
  /** How its levels differ; cells that share a level share what it does. */
  readonly scatter: CellScatter;
}

/** The people of each cell: given, or drawn. Everything is divided in proportion to them before it scatters. */
export type PopulationDescription =
  | {
      readonly kind: "given";
      readonly name: string;
      /** [cell] > 0, the last dimension fastest */
      readonly values: readonly number[];
    }
  | {
      readonly kind: "log-normal";
      readonly name: string;
      readonly median: number;
      /** Standard deviation of the logarithm. */
      readonly variation: number;
    };

/** Cells are all combinations of the levels, the last dimension fastest. */
export interface PanelDescription {
  readonly dimensions: readonly DimensionDescription[];
  readonly population: PopulationDescription;
  /** Log-scale scatter of a cell's spend in every period around its part of the channel's plan. */
  readonly variation: number;
  /** How cells differ beyond what their levels do: the interaction of dimensions. */
  readonly scatter: CellScatter;
}
