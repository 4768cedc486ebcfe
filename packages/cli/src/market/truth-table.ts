/** Estimates beside the truth of the market that they are estimates of. */

import { contributions, type Fit, roi } from "@mmm/model";
import type { Market } from "@mmm/simulation";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";

/** Probability of the intervals. */
const interval = 0.9;

/** One channel's estimate and truth. */
export interface Comparison {
  readonly channel: string;
  readonly trueRoi: number;
  readonly roi: { readonly mean: number; readonly low: number; readonly high: number };
  readonly trueShare: number;
  readonly share: number;
}

/** ROI and share of the KPI of every channel, known and estimated. */
export function compareWithTruth(fitted: Fit, { truth }: Market): readonly Comparison[] {
  const { parts } = contributions(fitted, { interval });
  const sales = truth.expected.reduce((total, value) => total + value, 0);
  return roi(fitted, { interval }).map(({ channel, roi: { mean, low, high } }) => {
    const known = truth.channels.find(({ name }) => name === channel)!;
    return {
      channel,
      trueRoi: known.roi,
      roi: { mean, low, high },
      trueShare: known.totalContribution / sales,
      share: parts.find(({ kind, name }) => kind === "channel" && name === channel)!.share.mean,
    };
  });
}

/** The comparison as a table. */
export function truthTable(rows: readonly Comparison[]): string {
  return formatTable({
    headers: [
      "channel",
      "true\nROI",
      "ROI",
      intervalHeader(interval),
      "truth\ninside",
      "true\nshare",
      "share",
    ],
    rows: rows.map(({ channel, trueRoi, roi: own, trueShare, share }) => [
      ...[channel, formatNumber(trueRoi), formatNumber(own.mean), formatInterval(own)],
      own.low <= trueRoi && trueRoi <= own.high ? "yes" : "no",
      ...[formatShare(trueShare), formatShare(share)],
    ]),
  });
}
