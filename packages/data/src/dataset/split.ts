/** Split: which values of the KPI a fit learns from, and which it is judged by. */

/**
 * Two masks over the KPI, [cell × time]: `train` is 1 where the fit sees it, `holdout` is 1 where predictions are held against it.
 * No value is in both; a value may be in neither. Media and controls are seen everywhere, since their effects carry over.
 */
export interface Split {
  readonly name: string;
  readonly train: Uint8Array;
  readonly holdout: Uint8Array;
}
