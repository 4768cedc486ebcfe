/** Every threshold of `checkDataset`, with the reason for its value. */

/** One threshold: its value, and why this value. */
export interface CheckThreshold {
  readonly value: number;
  readonly reason: string;
}

/**
 * The thresholds of `checkDataset`, in one table. They mark what a person should look at; none of them changes data or model.
 *
 * @source iglewicz1993 modified z-scores
 * @source chan2017 data per parameter
 * @source kutner2005 variance inflation
 * @example
 * checkThresholds.pairCorrelation.value; // => 0.95
 */
export const checkThresholds = {
  /** |0.6745 · (x − median) / MAD| above which a value is an outlier. */
  outlierDeviations: {
    value: 10,
    reason:
      "3.5 (Iglewicz & Hoaglin 1993) flags every holiday peak and every flight of a channel; a slipped decimal or a " +
      "doubled import lies beyond 10.",
  },
  /** Share of a series' values that may be outliers. */
  outlierShare: {
    value: 0.05,
    reason:
      "Slips are rare. Where more values lie far out, they are flights of a second height or a new regime, not outliers.",
  },
  /** |r| of two channels' media above which they are called collinear. */
  pairCorrelation: {
    value: 0.95,
    reason:
      "At r = 0.95 the standard errors of two effects are 3.2 times those of unrelated channels: the data hardly tell who earned what.",
  },
  /** Variance inflation 1 / (1 − R²) of a channel given all other channels and controls. */
  varianceInflation: {
    value: 10,
    reason:
      "The usual limit (Kutner et al. 2005): the others explain 90 % of the channel; the pair limit above is the same for two.",
  },
  /** Periods per parameter of a usual model. */
  periodsPerParameter: {
    value: 5,
    reason:
      "Chan & Perry (2017) name 7 to 10 per parameter for plain regression; informative priors on carry-over and saturation " +
      "stand in for some of the data.",
  },
  /** Share of a channel in the total spend. */
  spendShare: {
    value: 0.01,
    reason:
      "The return of a channel below 1 % of spend moves the KPI by less than its noise: its ROI will repeat the prior.",
  },
  /** Factor between a period's cost per exposure and the channel's median. */
  costPerExposureFactor: {
    value: 5,
    reason:
      "Auction prices double or treble in a season; five-fold means that spend and exposure do not belong together.",
  },
} as const satisfies Record<string, CheckThreshold>;
