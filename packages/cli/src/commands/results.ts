/** `mmm results`: opens a saved fit and prints what it says. */

import {
  contributions,
  type Fit,
  fitQuality,
  isTrustworthy,
  IssueError,
  openFit,
  priorPosterior,
  responseCurves,
  type ResultOptions,
  roi,
  summarizeDraws,
} from "@mmm/model";
import { Command, Option } from "commander";
import type { Report } from "../main.js";
import { exitCodes } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import { readFile } from "../read-analysis.js";
import type { World } from "../world.js";

/** One result: as plain data, and as a table a person reads. */
interface Result {
  readonly data: (fit: Fit, options: ResultOptions) => unknown;
  readonly text: (fit: Fit, options: ResultOptions) => string;
}

/** Every result the command knows; a new one is a row here. */
const results = {
  summary: {
    data: (fit, { evenIfUntrustworthy }) => summarizeFit(fit, evenIfUntrustworthy),
    text: (fit, { evenIfUntrustworthy }) => describeFit(summarizeFit(fit, evenIfUntrustworthy)),
  },
  roi: {
    data: roi,
    text: (fit, options) =>
      formatTable({
        headers: ["channel", "spend", "incremental", "ROI", "interval", "marginal ROI", "interval"],
        rows: roi(fit, options).map((row) => [
          row.channel,
          ...[formatNumber(row.spend), formatNumber(row.incremental.mean)],
          ...[formatNumber(row.roi.mean), formatInterval(row.roi)],
          ...[formatNumber(row.marginalRoi.mean), formatInterval(row.marginalRoi)],
        ]),
      }),
  },
  contributions: {
    data: contributions,
    text: (fit, options) =>
      formatTable({
        headers: ["part", "kind", "total", "interval", "share", "interval"],
        rows: contributions(fit, options).parts.map(({ name, kind, total, share }) => [
          ...[name, kind, formatNumber(total.mean), formatInterval(total)],
          ...[formatShare(share.mean), `${formatShare(share.low)} – ${formatShare(share.high)}`],
        ]),
      }),
  },
  curves: {
    data: responseCurves,
    text: (fit, options) =>
      formatTable({
        headers: ["channel", "× today", "spend", "incremental", "interval"],
        rows: responseCurves(fit, options).flatMap((curve) =>
          curve.multiplier.map((factor, i) => [
            ...[
              curve.channel,
              factor.toFixed(1),
              formatNumber(curve.spend[i]!),
              formatNumber(curve.mean[i]!),
            ],
            formatInterval({ low: curve.low[i]!, high: curve.high[i]! }),
          ]),
        ),
      }),
  },
  parameters: {
    data: (fit, { interval = 0.9 }) => summarizeDraws(fit.draws, { interval }),
    text: (fit, { interval = 0.9 }) =>
      formatTable({
        headers: ["parameter", "mean", "sd", "interval", "R-hat", "bulk ESS", "tail ESS"],
        rows: summarizeDraws(fit.draws, { interval }).map((row) => [
          ...[row.parameter, formatNumber(row.mean), formatNumber(row.sd), formatInterval(row)],
          ...[row.rhat.toFixed(3), formatNumber(row.essBulk), formatNumber(row.essTail)],
        ]),
      }),
  },
  priors: {
    data: priorPosterior,
    text: (fit, options) =>
      formatTable({
        headers: ["parameter", "prior", "posterior", "learned from data"],
        rows: priorPosterior(fit, options).map(({ parameter, prior, posterior, contraction }) => [
          ...[parameter, formatInterval(prior), formatInterval(posterior), formatShare(contraction)],
        ]),
      }),
  },
  quality: {
    data: fitQuality,
    text: (fit, options) => {
      const { r2, mape, wmape, rmse, coverage } = fitQuality(fit, options);
      const rows = [
        ["R²", r2.toFixed(4)],
        ["MAPE", formatShare(mape)],
        ["wMAPE", formatShare(wmape)],
        ["RMSE", formatNumber(rmse)],
        ["coverage", formatShare(coverage)],
      ];
      return formatTable({ headers: ["measure", "in sample"], rows });
    },
  },
} satisfies Readonly<Record<string, Result>>;

type ResultName = keyof typeof results;

interface Options {
  readonly show: ResultName;
  readonly interval: number;
  readonly json?: boolean;
  readonly evenIfUntrustworthy?: boolean;
}

export function resultsCommand(world: World, report: Report): Command {
  const names = Object.keys(results) as ResultName[];
  return new Command("results")
    .description("print what a saved fit says")
    .argument("<fit>", "a file that `mmm fit` wrote")
    .addOption(new Option("--show <result>", "which result").choices(names).default("summary"))
    .option("--interval <p>", "probability of the intervals", Number, 0.9)
    .option("--even-if-untrustworthy", "show numbers although the verdict failed")
    .option("--json", "print as JSON")
    .action((path: string, options: Options) => {
      const fit = openSaved(world, path);
      const { show, interval, evenIfUntrustworthy = false } = options;
      const result: Result = results[show];
      const asked = { interval, evenIfUntrustworthy };
      world.print(
        options.json ? JSON.stringify(result.data(fit, asked), plainArrays, 2) : result.text(fit, asked),
      );
      if (!isTrustworthy(fit)) report(exitCodes.verdictFailed);
    });
}

/** Typed arrays as lists, not as objects with numbered keys. */
function plainArrays(_: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function openSaved(world: World, path: string): Fit {
  const { text, issues } = readFile(world, path, "saved fit");
  if (text === undefined) throw new IssueError(issues);
  try {
    return openFit(text, path);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new IssueError([{ code: "cli.no-saved-fit", severity: "error", place: { file: path }, message }]);
  }
}
