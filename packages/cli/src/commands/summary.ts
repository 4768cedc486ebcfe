/** `mmm summary`: everything that a person should know of a saved fit, on one page. */

import { type Fit, isTrustworthy, type ModelSpec } from "@mmm/model";
import { Command } from "commander";
import { openFit } from "../files/open-fit.js";
import { datasetShape, describeShape } from "../output/dataset-shape.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatCount } from "../output/format-number.js";
import { formatJson } from "../output/format-json.js";
import { wrapLines } from "../output/wrap-lines.js";
import type { World } from "../world.js";
import { probabilityValue } from "./values.js";

interface Options {
  readonly interval: number;
  readonly json?: boolean;
  readonly evenIfUntrustworthy?: boolean;
}

export function summaryCommand(world: World, report: Report): Command {
  return new Command("summary")
    .description("what was fitted to what, how, and what came of it")
    .argument("<fit>", "a file that `mmm fit` wrote")
    .option("--interval <p>", "probability of the intervals", probabilityValue(0.9), 0.9)
    .option("--even-if-untrustworthy", "show numbers although the verdict failed")
    .option("--json", "print as JSON, with the complete spec")
    .addHelpText("after", examples("mmm summary fit.json", "mmm summary fit.json --json > summary.json"))
    .action((path: string, options: Options) => summarize(world, report, openFit(world, path), options));
}

function summarize(world: World, report: Report, fit: Fit, { json, ...options }: Options): void {
  if (!isTrustworthy(fit)) report(exitCodes.verdictFailed);
  const summary = summarizeFit(fit, options);
  const { dataset, spec, record } = fit;
  if (json) {
    world.print(
      formatJson({ data: { name: dataset.name, ...datasetShape(dataset) }, spec, record, ...summary }),
    );
    return;
  }
  const { seed, metric, targetAcceptance } = record;
  const head = [
    `Data     ${dataset.name}: ${describeShape(datasetShape(dataset))}`,
    `Model    ${describeSpec(spec)}`,
    `Run      seed ${seed}, ${summary.chains} chains of ${formatCount(summary.draws)} draws, ${formatCount(summary.gradients)} gradients, ` +
      `metric ${metric}, target acceptance ${targetAcceptance}`,
  ];
  world.print([...wrapLines(head, 9), "", describeFit(summary)].join("\n"));
}

/** The choices of a spec in words; `--json` has all of it. */
function describeSpec({ trend, seasonality, events, media, noise }: ModelSpec): string {
  const { adstock, saturation, effect } = media.default;
  const own = Object.keys(media.only);
  return [
    `trend ${trend.kind}`,
    ...seasonality.map(({ periodDays, harmonics }) => `${harmonics} harmonics of ${periodDays} days`),
    ...(events.length === 0 ? [] : [`${events.length} events`]),
    `${adstock.kind} adstock`,
    `${saturation.kind} saturation`,
    `prior on ${effect.on}`,
    ...(own.length === 0 ? [] : [`${own.join(", ")} otherwise`]),
    `${noise.kind} noise`,
  ].join(", ");
}
