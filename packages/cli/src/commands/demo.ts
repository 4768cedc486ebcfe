/** `mmm demo`: the whole street on a simulated market, estimates beside the truth. */

import {
  checkDataset,
  contributions,
  type Fit,
  fit,
  formatIssues,
  isTrustworthy,
  parseConfiguration,
  readDataset,
  roi,
  saveFit,
} from "@mmm/model";
import { writeDatasetCsv } from "@mmm/data";
import { type Market, marketPreset, simulateMarket } from "@mmm/simulation";
import { Command } from "commander";
import type { Report } from "../main.js";
import { exitCodes } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import type { World } from "../world.js";
import { requireWritable, writeWhole } from "./fit.js";
import { fitOptions, type SamplingOptions, withSamplingOptions } from "./sampling-options.js";
import { marketFiles, writeMarket } from "./simulate.js";
import { writeConfiguration } from "../write-configuration.js";

interface Options extends SamplingOptions {
  readonly directory: string;
  readonly json?: boolean;
}

export function demoCommand(world: World, report: Report): Command {
  return withSamplingOptions(
    new Command("demo").description("simulate a market, fit it, and print estimates beside the truth"),
  )
    .option("-d, --directory <folder>", "where the files go", "mmm-demo")
    .option("--json", "print estimates and truth as JSON")
    .action(async (options: Options) => {
      const files = { ...marketFiles(options.directory), fit: `${options.directory}/fit.json` };
      for (const path of Object.values(files)) requireWritable(world, path);
      const say = options.json ? world.tell : world.print;

      const market = simulateMarket(marketPreset("national"), options.seed);
      writeMarket(world, market, files);
      say(
        `1  simulated ${market.dataset.periods.length} weeks of a national market with a known truth → ${files.csv}`,
      );

      const { columns, model } = parseConfiguration(writeConfiguration(market.dataset), files.configuration);
      const dataset = readDataset({ name: files.csv, text: writeDatasetCsv(market.dataset) }, columns);
      say(`2  read it back by ${files.configuration} and checked it: ${formatIssues(checkDataset(dataset))}`);

      const started = world.now();
      const fitted = await fit(dataset, model, fitOptions(world, options));
      writeWhole(world, files.fit, saveFit(fitted));
      say(`3  fitted it in ${((world.now() - started) / 1000).toFixed(1)} s → ${files.fit}\n`);

      const trustworthy = isTrustworthy(fitted);
      const rows = trustworthy ? compare(fitted, market) : [];
      if (options.json) world.print(JSON.stringify({ ...summarizeFit(fitted), truth: rows, files }, null, 2));
      else {
        world.print(describeFit(summarizeFit(fitted)));
        if (trustworthy) world.print(`\nROI beside the truth of the simulated market\n\n${truthTable(rows)}`);
      }
      if (fitted.record.outcome === "cancelled") report(exitCodes.interrupted);
      else if (!trustworthy) report(exitCodes.verdictFailed);
    });
}

/** One channel's estimate and truth. */
interface Comparison {
  readonly channel: string;
  readonly trueRoi: number;
  readonly roi: { readonly mean: number; readonly low: number; readonly high: number };
  readonly trueShare: number;
  readonly share: number;
}

function compare(fitted: Fit, { truth }: Market): readonly Comparison[] {
  const { parts } = contributions(fitted);
  const sales = truth.expected.reduce((total, value) => total + value, 0);
  return roi(fitted).map(({ channel, roi: estimate }) => {
    const known = truth.channels.find(({ name }) => name === channel)!;
    return {
      channel,
      trueRoi: known.roi,
      roi: { mean: estimate.mean, low: estimate.low, high: estimate.high },
      trueShare: known.totalContribution / sales,
      share: parts.find(({ kind, name }) => kind === "channel" && name === channel)!.share.mean,
    };
  });
}

function truthTable(rows: readonly Comparison[]): string {
  return formatTable({
    headers: ["channel", "true ROI", "ROI", "90 % interval", "inside", "true share", "share"],
    rows: rows.map(({ channel, trueRoi, roi: own, trueShare, share }) => [
      ...[channel, formatNumber(trueRoi), formatNumber(own.mean), formatInterval(own)],
      own.low <= trueRoi && trueRoi <= own.high ? "yes" : "no",
      ...[formatShare(trueShare), formatShare(share)],
    ]),
  });
}
