/** `mmm results`: opens a saved fit and prints what it says. */

import { makeIssue } from "@mmm/data";
import { type Fit, isTrustworthy, IssueError, openFit } from "@mmm/model";
import { Command } from "commander";
import { readFile } from "../files/read-file.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatJson } from "../output/format-json.js";
import { describeResults, results } from "../results/results.js";
import type { World } from "../world.js";
import { nameValue, probabilityValue } from "./values.js";

interface Options {
  readonly show: string;
  readonly interval: number;
  readonly json?: boolean;
  readonly evenIfUntrustworthy?: boolean;
}

export function resultsCommand(world: World, report: Report): Command {
  return new Command("results")
    .description("print what a saved fit says")
    .argument("<fit>", "a file that `mmm fit` wrote")
    .option("--show <result>", "one of the results below", nameValue(Object.keys(results)), "summary")
    .option("--interval <p>", "probability of the intervals", probabilityValue(0.9), 0.9)
    .option("--even-if-untrustworthy", "show numbers although the verdict failed")
    .option("--json", "print as JSON, with every digit and every period")
    .addHelpText(
      "after",
      `\n${describeResults()}\n${examples(
        "mmm results fit.json",
        "mmm results fit.json --show contributions --interval 0.8",
        "mmm results fit.json --show curves --json > curves.json",
      )}`,
    )
    .action((path: string, options: Options) => showResult(world, report, openSaved(world, path), options));
}

function showResult(world: World, report: Report, fit: Fit, options: Options): void {
  const { show, interval, evenIfUntrustworthy = false, json = false } = options;
  const trusted = isTrustworthy(fit);
  if (!trusted) report(exitCodes.verdictFailed);
  const asked = results[show]!;
  if (trusted || evenIfUntrustworthy || asked.diagnoses) {
    const answer = asked.ask(fit, { interval, evenIfUntrustworthy });
    world.print(json ? formatJson(answer.data) : answer.text());
    if (!trusted && !asked.diagnoses) world.tell("The verdict FAILED: these numbers may be wrong.");
    return;
  }
  const summary = summarizeFit(fit, { interval });
  if (json) world.print(formatJson(summary));
  world.tell(describeFit(summary));
}

function openSaved(world: World, path: string): Fit {
  const { text, issues } = readFile(world, path, "saved fit");
  if (text === undefined) throw new IssueError(issues);
  try {
    return openFit(text, path);
  } catch (error) {
    throw new IssueError([notOpened(path, error instanceof Error ? error.message : String(error))]);
  }
}

/** `openFit` names the file where it knows what is wrong; anything else comes of a file that was changed. */
function notOpened(path: string, reason: string) {
  const code = "cli.no-saved-fit";
  const place = { file: path };
  if (reason.startsWith(`${path}: `)) return { code, severity: "error", place, message: reason } as const;
  const rule = "the saved fit must be as `mmm fit` wrote it";
  return makeIssue({ code, place, rule, got: `one that cannot be opened (${reason})`, advice: "Fit again." });
}
