/** A configuration without a file: columns named by options, and the default model. */

import { type Issue, IssueError, makeIssue } from "@mmm/data";
import { type ConfigurationReading, parseColumnRoles, parseModelSpec } from "@mmm/model";

/** How columns are named on the command line; lists are parted by commas. */
export interface ColumnOptions {
  readonly time?: string;
  readonly kpi?: string;
  readonly channels?: readonly string[];
  readonly controls?: readonly string[];
}

/** The options that name columns, with what each stands for. */
const columnOptions = {
  time: "the column of dates",
  kpi: "the column of sales, revenue or orders",
  channels: "the columns of spend, separated by commas",
  controls: "the columns of controls, separated by commas",
} as const satisfies Record<keyof ColumnOptions, string>;

/** The names of those that were given. */
export function givenColumnOptions(options: ColumnOptions): readonly (keyof ColumnOptions)[] {
  return (Object.keys(columnOptions) as (keyof ColumnOptions)[]).filter(
    (name) => options[name] !== undefined,
  );
}

/** Reads columns from options; what is missing or wrong becomes issues. */
export function configurationFromOptions(options: ColumnOptions): ConfigurationReading {
  const missing = checkGiven(options);
  if (missing.length > 0) return { issues: missing };
  const { time, kpi, channels, controls = [] } = options;
  try {
    const columns = parseColumnRoles({ time, kpi, channels, controls }, { root: "options" });
    return { issues: [], columns, model: parseModelSpec({}), source: {} };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { issues: error.issues.map(inWordsOfOptions) };
  }
}

function checkGiven(options: ColumnOptions): readonly Issue[] {
  if (givenColumnOptions(options).length === 0) {
    const issue = makeIssue({
      code: "cli.no-columns",
      place: { path: "options" },
      rule: "columns must be named by --config, or by --time, --kpi and --channels",
      got: "neither",
      advice: "Write a configuration as `mmm simulate` does, or name the columns.",
    });
    return [issue];
  }
  return (["time", "kpi", "channels"] as const)
    .filter((name) => options[name] === undefined)
    .map((name) =>
      makeIssue({
        code: "cli.missing-option",
        place: { path: `--${name}` },
        rule: "must be given where there is no --config",
        got: "nothing",
        advice: `Name ${columnOptions[name]}.`,
      }),
    );
}

/** `options.channels[1]` is what a user knows as `--channels`. */
function inWordsOfOptions(issue: Issue): Issue {
  const rename = (text: string): string => text.replace(/\boptions\.(\w+)/g, "--$1");
  const { path } = issue.place;
  return {
    ...issue,
    place: path === undefined ? issue.place : { ...issue.place, path: rename(path) },
    message: rename(issue.message),
  };
}
