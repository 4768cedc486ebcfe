/** `mmm results`: opens a saved fit and prints what it says. */

import { didYouMean, makeIssue, showValue, throwIfErrors } from "@mmm/data";
import { type Fit, type Issue, isTrustworthy } from "@mmm/model";
import { Command } from "commander";
import { openFit } from "../files/open-fit.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatJson } from "../output/format-json.js";
import { wrapLines } from "../output/wrap-lines.js";
import { describeResults, results } from "../results/results.js";
import type { World } from "../world.js";
import { listValue, nameValue, probabilityValue } from "./values.js";

interface Options {
  readonly show: string;
  readonly interval: number;
  readonly cells?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly evenIfUntrustworthy?: boolean;
}

export function resultsCommand(world: World, report: Report): Command {
  return new Command("results")
    .description("print what a saved fit says")
    .argument("<fit>", "a file that `mmm fit` wrote")
    .option("--show <result>", "one of the results below", nameValue(Object.keys(results)), "summary")
    .option("--interval <p>", "probability of the intervals", probabilityValue(0.9), 0.9)
    .option("--cells <names>", "cells of a panel, separated by commas, added up", listValue)
    .option("--from <date>", "first period that counts")
    .option("--to <date>", "last period that counts")
    .option("--even-if-untrustworthy", "show numbers although the verdict failed")
    .option("--json", "print as JSON, with every digit and every period")
    .addHelpText(
      "after",
      `\n${describeResults()}\n${examples(
        "mmm results fit.json",
        "mmm results fit.json --show contributions --interval 0.8",
        "mmm results fit.json --show roi --cells Berlin,Hamburg --from 2024-01-01",
        "mmm results fit.json --show curves --json > curves.json",
      )}`,
    )
    .action((path: string, options: Options) => showResult(world, report, openFit(world, path), options));
}

function showResult(world: World, report: Report, fit: Fit, options: Options): void {
  const { show, interval, evenIfUntrustworthy = false, json = false } = options;
  const window = askedWindow(options);
  const trusted = isTrustworthy(fit);
  if (!trusted) report(exitCodes.verdictFailed);
  const asked = results[show]!;
  throwIfErrors(windowIssues(fit, show, window));
  if (trusted || evenIfUntrustworthy || asked.diagnoses) {
    const answer = asked.ask(fit, { interval, evenIfUntrustworthy, ...window });
    world.print(json ? formatJson(answer.data) : describeWindow(fit, window) + answer.text());
    if (!trusted && !asked.diagnoses) world.tell("The verdict FAILED: these numbers may be wrong.");
    return;
  }
  const summary = summarizeFit(fit, { interval });
  if (json) world.print(formatJson(summary));
  world.tell(describeFit(summary));
}

type Window = Pick<Options, "cells" | "from" | "to">;

/** The cells and periods that were asked for, if any. */
function askedWindow({ cells, from, to }: Options): Window | undefined {
  if (cells === undefined && from === undefined && to === undefined) return undefined;
  return {
    ...(cells === undefined ? {} : { cells }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** A table of a part says of which. */
function describeWindow({ dataset: { cells, periods } }: Fit, window: Window | undefined): string {
  if (window === undefined) return "";
  const { from = periods[0]!, to = periods.at(-1)! } = window;
  const own = window.cells ?? cells;
  const ofCells =
    cells.length === 1 ? "" : `${own.length === cells.length ? "all cells" : own.join(" + ")}, `;
  return `${wrapLines([`${ofCells}${from} to ${to}`], 0).join("\n")}\n\n`;
}

/** A result that has no part must not pretend to be one. */
function windowIssues(fit: Fit, show: string, window: Window = {}): readonly Issue[] {
  const { cells, from, to } = window;
  const wanted = [
    ...(cells === undefined ? [] : ["cells" as const]),
    ...(from === undefined && to === undefined ? [] : ["periods" as const]),
  ];
  const missing = wanted.filter((part) => !results[show]!.parts.includes(part));
  const able = Object.keys(results).filter((name) =>
    wanted.every((part) => results[name]!.parts.includes(part)),
  );
  const known = fit.dataset.cells;
  return [
    ...missing.map((part) =>
      makeIssue({
        code: "cli.no-window",
        place: { path: `--show ${show}` },
        rule: `must be a result that can be asked of some ${part}`,
        got: "one of the whole fit",
        allowed: able.join(", "),
        advice: "Choose one of them, or ask of all.",
      }),
    ),
    ...(cells ?? [])
      .filter((cell) => !known.includes(cell))
      .map((cell) =>
        makeIssue({
          code: "result.unknown-cell",
          place: { path: "--cells" },
          rule: "must name a cell of the data",
          got: showValue(cell),
          advice: didYouMean(cell, known, `Choose among ${known.length} cells, such as ${known[0]}.`),
        }),
      ),
  ];
}
