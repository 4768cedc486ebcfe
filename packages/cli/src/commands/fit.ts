/** `mmm fit`: CSV and configuration in, a saved fit and its ROI table out. */

import { fit, formatIssues, isTrustworthy, IssueError, saveFit } from "@mmm/model";
import { makeIssue } from "@mmm/data";
import { Command } from "commander";
import type { Report } from "../main.js";
import { exitCodes } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { type AnalysisOptions, readAnalysis } from "../read-analysis.js";
import type { World } from "../world.js";
import { withAnalysisOptions } from "./analysis-options.js";
import { fitOptions, type SamplingOptions, withSamplingOptions } from "./sampling-options.js";

interface Options extends AnalysisOptions, SamplingOptions {
  readonly output: string;
  readonly json?: boolean;
}

export function fitCommand(world: World, report: Report): Command {
  return withSamplingOptions(withAnalysisOptions(new Command("fit").description("fit a model and save it")))
    .option("-o, --output <file>", "where the fit is saved", "fit.json")
    .option("--json", "print verdict and results as JSON")
    .action(async (csv: string, options: Options) => {
      const started = world.now();
      const analysis = readAnalysis(world, csv, options);
      requireWritable(world, options.output);
      if (analysis.warnings.length > 0) world.tell(formatIssues(analysis.warnings));
      const fitted = await fit(analysis.dataset, analysis.spec, fitOptions(world, options));
      writeWhole(world, options.output, saveFit(fitted));
      const seconds = (world.now() - started) / 1000;
      const summary = summarizeFit(fitted);
      world.print(
        options.json
          ? JSON.stringify({ ...summary, seconds, savedTo: options.output }, null, 2)
          : describeFit(summary),
      );
      world.tell(`${seconds.toFixed(1)} s from command to table; saved to ${options.output}`);
      if (fitted.record.outcome === "cancelled") report(exitCodes.interrupted);
      else if (!isTrustworthy(fitted)) report(exitCodes.verdictFailed);
    });
}

/** Refuses a place that cannot be written before the work is done rather than after. */
export function requireWritable(world: World, path: string): void {
  const reason = world.refuseWrite(path);
  if (reason !== undefined) throw new IssueError([unwritable(path, reason)]);
}

/** Writes a file whole or not at all. */
export function writeWhole(world: World, path: string, text: string): void {
  const reason = world.writeText(path, text);
  if (reason !== undefined) throw new IssueError([unwritable(path, reason)]);
}

function unwritable(path: string, reason: string) {
  return makeIssue({
    code: "cli.unwritable-file",
    place: { file: path },
    rule: "the output must be writable",
    got: reason,
    advice: "Choose another path.",
  });
}
