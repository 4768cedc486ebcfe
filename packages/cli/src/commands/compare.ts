/** `mmm compare`: which of several saved fits predicts better, by leave-one-out cross-validation. */

import { makeIssue, throwIfErrors } from "@mmm/data";
import { type ComparedFit, compareFits, type Fit, type Issue, isTrustworthy } from "@mmm/model";
import { Command } from "commander";
import { openFit } from "../files/open-fit.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { formatShare } from "../output/format-number.js";
import { formatJson } from "../output/format-json.js";
import { formatTable } from "../output/format-table.js";
import { wrapLines } from "../output/wrap-lines.js";
import type { World } from "../world.js";

interface Options {
  readonly evenIfUntrustworthy?: boolean;
  readonly json?: boolean;
}

export function compareCommand(world: World, report: Report): Command {
  return new Command("compare")
    .description("compare saved fits of the same KPI: which predicts better, and by how much")
    .argument("<fits...>", "files that `mmm fit` wrote")
    .option("--even-if-untrustworthy", "compare although a verdict failed")
    .option("--json", "print as JSON, with every value the score is unreliable for")
    .addHelpText("after", examples("mmm compare hill.json logistic.json", "mmm compare *.fit.json --json"))
    .action((paths: readonly string[], options: Options) => compare(world, report, paths, options));
}

function compare(world: World, report: Report, paths: readonly string[], options: Options): void {
  throwIfErrors(pathIssues(paths));
  const fits = Object.fromEntries(paths.map((path) => [path, openFit(world, path)]));
  const failed = paths.filter((path) => !isTrustworthy(fits[path]!));
  if (failed.length > 0) report(exitCodes.verdictFailed);
  if (failed.length > 0 && !options.evenIfUntrustworthy) return refuse(world, failed, options);
  const rows = compareFits(fits, { evenIfUntrustworthy: failed.length > 0 });
  world.print(options.json ? formatJson(rows) : describeComparison(rows, fits));
  if (failed.length > 0)
    world.tell(`The verdict FAILED for ${failed.join(", ")}: these numbers may be wrong.`);
}

function pathIssues(paths: readonly string[]): readonly Issue[] {
  const issue = (path: string, rule: string, got: string, advice: string): Issue =>
    makeIssue({ code: "cli.comparison", place: { path }, rule, got, advice });
  const twice = paths.filter((path, i) => paths.indexOf(path) !== i);
  return [
    ...(paths.length < 2
      ? [issue("fits", "must be two or more saved fits", "one", "Name another one.")]
      : []),
    ...twice.map((path) => issue(path, "must be named once", "twice", "Leave one out.")),
  ];
}

function refuse(world: World, failed: readonly string[], { json }: Options): void {
  if (json) world.print(formatJson({ trustworthy: false, failed }));
  world.tell(
    `No comparison: the draws of ${failed.join(", ")} did not pass their verdict. --even-if-untrustworthy compares them all the same.`,
  );
}

function describeComparison(rows: readonly ComparedFit[], fits: Readonly<Record<string, Fit>>): string {
  const { kpi } = fits[rows[0]!.model]!.dataset;
  const held = rows.some(({ holdout }) => holdout !== undefined);
  const table = formatTable({
    headers: [
      "fit",
      "elpd",
      "difference",
      "± se",
      "weight",
      "unreliable",
      ...(held ? ["holdout\nwMAPE"] : []),
    ],
    rows: rows.map(({ model, elpd, elpdDifference, stackingWeight, unreliable, holdout }, i) => [
      ...[model, elpd.value.toFixed(1), i === 0 ? "–" : elpdDifference.value.toFixed(1)],
      ...[i === 0 ? "–" : elpdDifference.standardError.toFixed(1), formatShare(stackingWeight)],
      ...[String(unreliable), ...(held ? [holdout === undefined ? "–" : formatShare(holdout.wmape)] : [])],
    ]),
  });
  const [first] = Object.keys(fits);
  const remarks = rows.flatMap(({ model, remark, sameColumns }) => [
    ...(remark === "" ? [] : [`${model}: ${remark}`]),
    ...(sameColumns ? [] : [`${model}: knew other media, controls or population than ${first!}`]),
  ]);
  return [
    `Leave-one-out prediction of ${rows[0]!.train.observations} values of ${kpi.name}, best first`,
    "",
    table,
    "",
    ...wrapLines(remarks, 2),
    ...(remarks.length > 0 ? [""] : []),
    ...wrapLines(
      [
        "elpd: expected log predictive density, higher is better. weight: share in the mixture of all that predicts best. " +
          "unreliable: values of the KPI on which the draws hang too much for the score.",
      ],
      0,
    ),
  ].join("\n");
}
