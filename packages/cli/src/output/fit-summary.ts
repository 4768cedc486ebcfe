/** What a person wants to see first of a fit: verdict, quality, ROI. */

import {
  type ChannelRoi,
  contributions,
  type Estimate,
  type Fit,
  type FitRecord,
  fitQuality,
  isTrustworthy,
  priorPosterior,
  type ResultOptions,
  roi,
} from "@mmm/model";
import { formatVerdict, type Verdict } from "@mmm/posterior";
import {
  formatCount,
  formatInterval,
  formatNumber,
  formatProbability,
  formatShare,
} from "./format-number.js";
import { formatTable, intervalHeader } from "./format-table.js";
import { wrapLines } from "./wrap-lines.js";

/** Verdict and results of a fit as plain data; results are absent when the verdict failed. */
export interface FitSummary {
  readonly trustworthy: boolean;
  readonly verdict: Verdict;
  readonly failures: FitRecord["failures"];
  readonly outcome: FitRecord["outcome"];
  /** Chains behind the draws, and draws of each. */
  readonly chains: number;
  readonly draws: number;
  /** Evaluations of log density and gradient by these chains, warm-up included. */
  readonly gradients: number;
  /** Probability of all intervals. */
  readonly interval: number;
  readonly roi?: readonly (ChannelRoi & { readonly share: Estimate; readonly contraction: number })[];
  readonly quality?: { readonly r2: number; readonly mape: number; readonly coverage: number };
}

/** Summarises a fit; `evenIfUntrustworthy` fills in results that may be wrong. */
export function summarizeFit(fit: Fit, options: ResultOptions = {}): FitSummary {
  const { statistics, chains, draws } = fit.draws;
  const head = {
    trustworthy: isTrustworthy(fit),
    verdict: fit.verdict,
    failures: fit.record.failures,
    outcome: fit.record.outcome,
    chains,
    draws,
    gradients: statistics.warmupLeapfrogs + statistics.leapfrogs.reduce((total, count) => total + count, 0),
    interval: options.interval ?? 0.9,
  };
  if (!head.trustworthy && !options.evenIfUntrustworthy) return head;
  const { parts } = contributions(fit, options);
  const contraction = new Map(priorPosterior(fit, options).map((row) => [row.parameter, row.contraction]));
  const { r2, mape, coverage } = fitQuality(fit, options);
  return {
    ...head,
    roi: roi(fit, options).map((row) => ({
      ...row,
      share: parts.find(({ kind, name }) => kind === "channel" && name === row.channel)!.share,
      contraction: contraction.get(`roi[${row.channel}]`)!,
    })),
    quality: { r2, mape, coverage },
  };
}

/** The summary as text. */
export function describeFit(summary: FitSummary): string {
  const { roi: rows, quality, interval, trustworthy } = summary;
  const verdict = describeVerdict(summary);
  if (rows === undefined || quality === undefined) {
    const refusal =
      "No results: the draws did not pass their verdict. `mmm results <fit> --even-if-untrustworthy` shows numbers that may be wrong.";
    return [...verdict, "", ...wrapLines([refusal], 0)].join("\n");
  }
  const { r2, mape, coverage } = quality;
  return [
    ...verdict,
    ...(trustworthy ? [] : ["", "The verdict FAILED: the numbers below may be wrong."]),
    "",
    `In sample: R² ${r2.toFixed(3)}, MAPE ${formatShare(mape)}, ${formatShare(coverage)} of periods inside ${formatProbability(interval)} intervals`,
    "",
    roiTable(rows, interval),
    "",
    "learned: how much narrower the interval of the ROI is than that of its prior;",
    "near 0 % or below, the ROI says little more than its prior.",
  ].join("\n");
}

/** The lines of the verdict, with what a person must know about how the draws came about. */
function describeVerdict({ verdict, failures, outcome, chains, draws }: FitSummary): readonly string[] {
  const stopped = `Interrupted: the verdict is on ${chains} chains of ${formatCount(draws)} draws.`;
  return [
    ...(outcome === "cancelled" ? [stopped] : []),
    ...wrapLines(formatVerdict(verdict), 8),
    ...wrapLines(
      failures.map(({ chain, reason }) => `chain ${chain} failed: ${reason}`),
      8,
    ),
  ];
}

function roiTable(rows: NonNullable<FitSummary["roi"]>, interval: number): string {
  const header = intervalHeader(interval);
  return formatTable({
    headers: ["channel", "spend", "share\nof KPI", "ROI", header, "marginal\nROI", header, "learned"],
    rows: rows.map((row) => [
      ...[row.channel, formatNumber(row.spend), formatShare(row.share.mean)],
      ...[formatNumber(row.roi.mean), formatInterval(row.roi)],
      ...[formatNumber(row.marginalRoi.mean), formatInterval(row.marginalRoi)],
      formatShare(row.contraction),
    ]),
  });
}
