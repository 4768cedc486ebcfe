/** What a person wants to see first of a fit: verdict, quality, ROI. */

import {
  type ChannelRoi,
  contributions,
  type Estimate,
  type Fit,
  fitQuality,
  formatVerdict,
  isTrustworthy,
  priorPosterior,
  roi,
  type Verdict,
} from "@mmm/model";
import { formatInterval, formatNumber, formatShare } from "./format-number.js";
import { formatTable } from "./format-table.js";

/** Verdict and results of a fit as plain data; results are absent when the verdict failed. */
export interface FitSummary {
  readonly trustworthy: boolean;
  readonly verdict: Verdict;
  readonly failures: Fit["record"]["failures"];
  readonly gradients: number;
  readonly roi?: readonly (ChannelRoi & { readonly share: Estimate; readonly contraction: number })[];
  readonly quality?: {
    readonly r2: number;
    readonly mape: number;
    readonly coverage: number;
    readonly interval: number;
  };
}

/** Summarises a fit; `evenIfUntrustworthy` fills in results that may be wrong. */
export function summarizeFit(fit: Fit, evenIfUntrustworthy = false): FitSummary {
  const { statistics } = fit.draws;
  const head = {
    trustworthy: isTrustworthy(fit),
    verdict: fit.verdict,
    failures: fit.record.failures,
    gradients: statistics.warmupLeapfrogs + statistics.leapfrogs.reduce((total, count) => total + count, 0),
  };
  if (!head.trustworthy && !evenIfUntrustworthy) return head;
  const options = { evenIfUntrustworthy };
  const { parts } = contributions(fit, options);
  const contraction = new Map(priorPosterior(fit, options).map((row) => [row.parameter, row.contraction]));
  const { r2, mape, coverage, interval } = fitQuality(fit, options);
  return {
    ...head,
    roi: roi(fit, options).map((row) => ({
      ...row,
      share: parts.find(({ kind, name }) => kind === "channel" && name === row.channel)!.share,
      contraction: contraction.get(`roi[${row.channel}]`)!,
    })),
    quality: { r2, mape, coverage, interval },
  };
}

/** The summary as text. */
export function describeFit({
  verdict,
  failures,
  roi: rows,
  quality,
  gradients,
  trustworthy,
}: FitSummary): string {
  const lines = [`${formatNumber(gradients)} gradients`, "", formatVerdict(verdict)].flat();
  for (const { chain, reason } of failures) lines.push(`chain ${chain} failed: ${reason}`);
  if (rows === undefined || quality === undefined) {
    return [
      ...lines,
      "",
      "No results: the draws did not pass their verdict. `mmm results --even-if-untrustworthy` shows numbers that may be wrong.",
    ].join("\n");
  }
  if (!trustworthy) lines.push("", "The verdict FAILED: the numbers below may be wrong.");
  const table = formatTable({
    headers: [
      "channel",
      "spend",
      "share of KPI",
      "ROI",
      "90 % interval",
      "marginal ROI",
      "90 % interval",
      "learned from data",
    ],
    rows: rows.map((row) => [
      row.channel,
      formatNumber(row.spend),
      formatShare(row.share.mean),
      formatNumber(row.roi.mean),
      formatInterval(row.roi),
      formatNumber(row.marginalRoi.mean),
      formatInterval(row.marginalRoi),
      formatShare(row.contraction),
    ]),
  });
  const fitLine = `R² ${quality.r2.toFixed(3)}, MAPE ${formatShare(quality.mape)}, ${formatShare(quality.coverage)} of periods inside their ${formatShare(quality.interval)} predictive interval (in sample)`;
  return [...lines, "", fitLine, "", table].join("\n");
}
