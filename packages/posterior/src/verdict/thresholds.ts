/** Where the line is drawn for each check, why there, and who says so. */

/** One line of the table: what `judgeDraws` compares with, and the reason for it. */
interface Threshold {
  readonly limit: number;
  readonly source: string;
  readonly why: string;
}

/** Limits that a verdict compares with; any of them can be given to `judgeDraws` instead of the default. */
export interface Thresholds {
  /** Chains, at least. */
  readonly chains: number;
  /** R-hat, below. */
  readonly rhat: number;
  /** Effective draws in all, at least. */
  readonly ess: number;
  /** Effective draws per chain, at least; counts where it asks for more than `ess`. */
  readonly essPerChain: number;
  /**
   * Divergent transitions, at most. Raise it above 0 only to the number you have looked into and can explain; the
   * verdict shows it.
   */
  readonly divergences: number;
  /** E-BFMI of every chain, at least. */
  readonly ebfmi: number;
  /** Share of transitions that ran to the greatest tree depth, at most. */
  readonly treeDepthShare: number;
}

/** The defaults, each with its reason. */
export const thresholdTable: { readonly [K in keyof Thresholds]: Threshold } = {
  chains: {
    limit: 2,
    source: "vehtari2021",
    why: "One chain cannot be contradicted. Four are better and the default of the sampler.",
  },
  rhat: {
    limit: 1.01,
    source: "vehtari2021",
    why: "1.1 lets chains pass that visibly disagree; ranks make 1.01 reachable for any distribution.",
  },
  ess: {
    limit: 400,
    source: "vehtari2021",
    why: "50 for each half of four chains: below it the estimates of ESS and R-hat are themselves unreliable.",
  },
  essPerChain: {
    limit: 100,
    source: "vehtari2021",
    why: "The same 50 per half chain where more than four chains were run.",
  },
  divergences: {
    limit: 0,
    source: "betancourt2017",
    why: "A divergence shows a place that the sampler could not enter; how much lies there its number does not tell.",
  },
  ebfmi: {
    limit: 0.3,
    source: "betancourt2016",
    why: "Below it the momentum moves too slowly through the energies to have seen the tails.",
  },
  treeDepthShare: {
    limit: 0.01,
    source: "hoffman2014",
    why: "A trajectory cut short is valid but wasteful; at one in a hundred the waste is not worth a thought.",
  },
};

/**
 * The limits that `judgeDraws` uses where none are given.
 *
 * R-hat < 1.01; bulk and tail ESS ≥ 400 and ≥ 100 per chain; at least 2 chains; no divergence; E-BFMI ≥ 0.3; at most
 * 1 % of transitions at the greatest tree depth.
 *
 * @source vehtari2021, betancourt2016, betancourt2017, hoffman2014
 * @example
 * defaultThresholds.rhat; // => 1.01
 */
export const defaultThresholds: Thresholds = {
  chains: thresholdTable.chains.limit,
  rhat: thresholdTable.rhat.limit,
  ess: thresholdTable.ess.limit,
  essPerChain: thresholdTable.essPerChain.limit,
  divergences: thresholdTable.divergences.limit,
  ebfmi: thresholdTable.ebfmi.limit,
  treeDepthShare: thresholdTable.treeDepthShare.limit,
};
