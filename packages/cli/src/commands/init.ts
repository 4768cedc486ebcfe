/** `mmm init`: guesses what the columns of a CSV are, and writes a commented configuration. */

import { guessColumnRoles, makeIssue, type RoleGuess, throwIfErrors } from "@mmm/data";
import { checkDataset, type Dataset, formatIssues, type Issue, IssueError, readDataset } from "@mmm/model";
import { Command } from "commander";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import { readFile } from "../files/read-file.js";
import { initialConfiguration } from "../initial/initial-configuration.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import { wrapLines } from "../output/wrap-lines.js";
import type { World } from "../world.js";

interface Options {
  readonly output: string;
  readonly time?: string;
  readonly kpi?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function initCommand(world: World, _report: Report): Command {
  return new Command("init")
    .description("guess what the columns of a CSV are, and write a commented configuration")
    .argument("<csv>", "one row per day, week or month, of each cell where there are several")
    .option("-o, --output <file>", "where the configuration goes", "mmm.yaml")
    .option("--time <column>", "column of dates, where the guess is wrong")
    .option("--kpi <column>", "column of sales, revenue or orders, where the guess is wrong")
    .option("--force", "replace a configuration that is there")
    .option("--json", "print what was guessed as JSON")
    .addHelpText(
      "after",
      examples("mmm init sales.csv", "mmm init sales.csv --kpi orders --output orders.yaml"),
    )
    .action((csv: string, options: Options) => initialize(world, csv, options));
}

function initialize(world: World, csv: string, { output, time, kpi, force, json }: Options): void {
  const { text, issues } = readFile(world, csv, "data file");
  throwIfErrors([...issues, ...checkOutputFile(world, output, [csv]), ...checkNew(world, output, force)]);
  const guess = guessColumnRoles({ name: csv, text: text! }, { time, kpi });
  const { dataset, issues: found } = tryToRead({ name: csv, text: text! }, guess);
  throwIfErrors(writeOutputFile(world, output, initialConfiguration(guess, dataset, { csv, output })));
  if (json) world.print(formatJson({ output, ...guess, issues: found }));
  else world.print(describeGuess(guess).join("\n"));
  if (found.length > 0) world.tell(`\nmmm check says of it:\n${formatIssues(found)}`);
  world.tell(`\nWritten to ${output}. Read it, then: mmm fit ${csv} --config ${output}`);
}

/** What a person has written by hand is not replaced by a guess. */
function checkNew(world: World, output: string, force = false): readonly Issue[] {
  if (force || !("text" in world.readText(output))) return [];
  return [
    makeIssue({
      code: "cli.file-exists",
      place: { file: output },
      rule: "a configuration that is there is not replaced",
      got: "an existing file",
      advice: "Choose another path with --output, or say --force.",
    }),
  ];
}

/** Faults of the data are told, and do not stand in the way of a configuration. */
function tryToRead(
  source: { readonly name: string; readonly text: string },
  { roles }: RoleGuess,
): { readonly dataset?: Dataset; readonly issues: readonly Issue[] } {
  try {
    const dataset = readDataset(source, roles);
    return { dataset, issues: checkDataset(dataset) };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { issues: error.issues };
  }
}

const words = {
  time: "time",
  panel: "cells",
  kpi: "KPI",
  revenuePerKpi: "revenue per KPI",
  population: "population",
  mediaRows: "media in rows",
  channel: "channel",
  control: "control",
} as const;

/** Widest of the words for roles. */
const indent = 17;

/** What was guessed: columns of one role and reason stand together. */
function describeGuess({ found, leftOut }: RoleGuess): readonly string[] {
  const rows = [
    ...found.map(({ role, columns, why }) => ({
      what: words[role] as string,
      columns: columns.join(" + "),
      why,
    })),
    ...leftOut.map(({ column, why }) => ({
      what: "left out",
      columns: column === "" ? "(no name)" : column,
      why,
    })),
  ];
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.what}\u0000${row.why}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()].map((group) => {
    const { what, why } = group[0]!;
    return `${what.padEnd(indent)}${group.map(({ columns }) => columns).join(", ")} (${why})`;
  });
  return wrapLines(lines, indent);
}
