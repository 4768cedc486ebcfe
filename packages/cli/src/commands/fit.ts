/** `mmm fit`: CSV and configuration in, a saved fit and its ROI table out. */

import { type Fit, fit, formatIssues, isTrustworthy, saveFit } from "@mmm/model";
import { holdOut, holdoutLast } from "@mmm/data";
import { Command } from "commander";
import { type AnalysisOptions, readAnalysis } from "../analysis/read-analysis.js";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { describeFit, type FitSummary, summarizeFit } from "../output/fit-summary.js";
import { formatCount } from "../output/format-number.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { withAnalysisOptions } from "./analysis-options.js";
import {
  type CheckpointFlags,
  type Checkpoints,
  openCheckpoints,
  withCheckpointOptions,
} from "./checkpoint-options.js";
import { wholeNumberValue } from "./values.js";
import { fitOptions, type SamplingOptions, withSamplingOptions } from "./sampling-options.js";

interface Options extends AnalysisOptions, SamplingOptions, CheckpointFlags {
  readonly output: string;
  readonly holdout?: number;
  readonly json?: boolean;
}

export function fitCommand(world: World, report: Report): Command {
  const command = new Command("fit").description("fit a model and save it");
  return withCheckpointOptions(withSamplingOptions(withAnalysisOptions(command)))
    .option("-o, --output <file>", "where the fit is saved", "fit.json")
    .option(
      "--holdout <periods>",
      "last periods kept from the fit, to judge it by",
      wholeNumberValue(1, 100_000),
    )
    .option("--json", "print verdict and results as JSON")
    .addHelpText(
      "after",
      examples(
        "mmm fit sales.csv --config mmm.yaml --output sales.fit.json",
        "mmm fit sales.csv --config mmm.yaml --output sales.fit.json --resume",
        "mmm fit sales.csv --config mmm.yaml --preset meridian",
        "mmm fit sales.csv --time week --kpi revenue --channels tv,search",
      ),
    )
    .action((csv: string, options: Options) => fitCsv(world, report, csv, options));
}

async function fitCsv(world: World, report: Report, csv: string, options: Options): Promise<void> {
  const { output, config, holdout } = options;
  const checkpoints = openCheckpoints(world, output, options);
  const {
    dataset: all,
    spec,
    warnings,
  } = readAnalysis(...([world, csv, options] as const), [
    ...checkOutputFile(world, output, [csv, config]),
    ...checkpoints.issues,
  ]);
  const dataset = holdout === undefined ? all : holdOut(all, holdoutLast(all, holdout));
  if (warnings.length > 0) world.tell(formatIssues(warnings));
  tellOfCheckpoints(world, checkpoints, options);
  const fitted = await fit(dataset, spec, { ...fitOptions(world, options), ...checkpoints.options });
  const summary = summarizeFit(fitted);
  const seconds = world.now() / 1000;
  const unsaved = writeOutputFile(world, output, saveFit(fitted));
  const savedTo = unsaved.length === 0 ? output : null;
  world.print(options.json ? formatJson({ ...summary, seconds, savedTo }) : describeFit(summary));
  reportFit(report, fitted);
  if (savedTo === null) {
    // The disk has become full since the rehearsal; the results at least are told.
    world.tell(formatIssues(unsaved));
    report(exitCodes.fault);
  } else {
    const more = summary.trustworthy ? ` More: mmm results ${output} --show contributions` : "";
    world.tell(`${howItWent(summary, seconds)}; saved to ${output}.${more}`);
    if (summary.outcome === "finished") checkpoints.folder.clear();
    else if (checkpoints.folder.exists()) world.tell("The same command with --resume goes on from there.");
  }
}

/** An interrupted run is about to be replaced, or to go on. */
function tellOfCheckpoints(world: World, { folder, path }: Checkpoints, options: CheckpointFlags): void {
  if (!folder.exists()) return;
  world.tell(
    options.resume
      ? `Going on with the interrupted run in ${path}.`
      : `${path} holds an interrupted run: --resume would go on with it. This run replaces it in ${options.checkpointEvery} s.`,
  );
}

/** Work and time in words. */
export function howItWent({ gradients }: FitSummary, seconds: number): string {
  return `${formatCount(gradients)} gradients, ${seconds.toFixed(1)} s`;
}

/** The exit code of a fit. */
export function reportFit(report: Report, fitted: Fit): void {
  if (fitted.record.outcome === "cancelled") report(exitCodes.interrupted);
  else if (!isTrustworthy(fitted)) report(exitCodes.verdictFailed);
}
