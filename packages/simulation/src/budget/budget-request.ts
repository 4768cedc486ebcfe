/** BudgetRequest: a total of money, and what channels may spend of it. */

/** What a channel may spend in the window, in money. */
export interface BudgetBounds {
  /** Default 0. */
  readonly least?: number;
  /** Default no bound but the total. */
  readonly most?: number;
}

/** What is asked for. */
export interface BudgetRequest {
  /** Money of all channels in the window; default what was spent. */
  readonly total?: number;
  /** By channel. */
  readonly bounds?: Readonly<Record<string, BudgetBounds>>;
  /** Periods after the window whose effects count as well; default 0, as for the ROI of the truth. */
  readonly carryOverPeriods?: number;
}
