/** `mmm demo`: the whole street on a simulated market, estimates beside the truth. */

import { join } from "node:path";
import { throwIfErrors } from "@mmm/data";
import { fit, formatIssues, isTrustworthy, saveFit } from "@mmm/model";
import { marketPreset, simulateMarket } from "@mmm/simulation";
import { Command } from "commander";
import { readAnalysis } from "../analysis/read-analysis.js";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import { compareBudgets, describeBudgets } from "../market/compare-budgets.js";
import { checkMarketFiles, marketFiles, writeMarketFiles } from "../market/market-files.js";
import { compareWithTruth, truthTable } from "../market/truth-table.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { howItWent, reportFit } from "./fit.js";
import { fitOptions, type SamplingOptions, withSamplingOptions } from "./sampling-options.js";

interface Options extends SamplingOptions {
  readonly directory: string;
  readonly json?: boolean;
}

export function demoCommand(world: World, report: Report): Command {
  return withSamplingOptions(
    new Command("demo").description(
      "simulate a market, fit it, and print estimates and the best budget beside the truth",
    ),
  )
    .option("-d, --directory <folder>", "where the files go", "mmm-demo")
    .option("--json", "print estimates and truth as JSON")
    .addHelpText("after", examples("mmm demo", "mmm demo --seed 2 --directory second-demo"))
    .action((options: Options) => demonstrate(world, report, options));
}

async function demonstrate(world: World, report: Report, options: Options): Promise<void> {
  const files = { ...marketFiles(options.directory), fit: join(options.directory, "fit.json") };
  const market = simulateMarket(marketPreset("national"), options.seed);
  throwIfErrors([...checkMarketFiles(world, market, files), ...checkOutputFile(world, files.fit)]);
  writeMarketFiles(world, market, files);
  const weeks = market.dataset.periods.length;
  world.tell(`1  simulated ${weeks} weeks of a market whose truth is known: ${files.csv}`);

  const { dataset, spec, warnings } = readAnalysis(world, files.csv, { config: files.configuration });
  world.tell(`2  read and checked it by ${files.configuration}: ${formatIssues(warnings)}`);

  const fitted = await fit(dataset, spec, fitOptions(world, options));
  throwIfErrors(writeOutputFile(world, files.fit, saveFit(fitted)));
  const summary = summarizeFit(fitted);
  world.tell(`3  fitted it, ${howItWent(summary, world.now() / 1000)} so far: ${files.fit}\n`);

  const truth = isTrustworthy(fitted) ? compareWithTruth(fitted, market) : [];
  const budget = isTrustworthy(fitted) ? compareBudgets(fitted, market) : undefined;
  if (options.json) world.print(formatJson({ ...summary, truth, budget: budget ?? null, files }));
  else {
    world.print(describeFit(summary));
    if (truth.length > 0) world.print(`\nBeside the truth of the simulated market\n\n${truthTable(truth)}`);
    if (budget !== undefined)
      world.print(`\nThe same money, moved by the fit and by the truth\n\n${describeBudgets(budget)}`);
    world.tell(`\nMore: mmm results ${files.fit} --show contributions`);
  }
  reportFit(report, fitted);
}
