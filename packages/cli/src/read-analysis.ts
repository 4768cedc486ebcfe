/** What every command reads: a CSV and its configuration, with the faults of both told at once. */

import {
  checkDataset,
  checkModelSpec,
  type ColumnRoles,
  type ConfigurationReading,
  type Dataset,
  type Issue,
  IssueError,
  type ModelSpec,
  parseColumnRoles,
  parseModelSpec,
  readConfiguration,
  readDataset,
} from "@mmm/model";
import { makeIssue } from "@mmm/data";
import type { World } from "./world.js";

/** How columns and model are named on the command line. */
export interface AnalysisOptions {
  /** A YAML or JSON file with `columns` and `model`. */
  readonly config?: string;
  readonly time?: string;
  readonly kpi?: string;
  readonly channels?: string;
  readonly controls?: string;
}

/** A checked dataset, the complete spec for it, and the warnings that a person should read. */
export interface Analysis {
  readonly dataset: Dataset;
  readonly spec: ModelSpec;
  readonly warnings: readonly Issue[];
}

/** Reads and checks everything; throws one `IssueError` with all errors of all files. */
export function readAnalysis(world: World, csvPath: string, options: AnalysisOptions): Analysis {
  const csv = readFile(world, csvPath, "data file");
  const configuration =
    options.config === undefined ? fromFlags(options) : fromFile(world, options.config, options);
  const issues = [...csv.issues, ...configuration.issues];
  const { columns, model, source } = configuration;
  let dataset: Dataset | undefined;
  if (csv.text !== undefined && columns !== undefined) {
    try {
      dataset = readDataset({ name: csvPath, text: csv.text }, columns);
      issues.push(...checkDataset(dataset));
      if (model !== undefined) issues.push(...checkModelSpec(model, dataset, source));
    } catch (error) {
      if (!(error instanceof IssueError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.some(({ severity }) => severity === "error")) throw new IssueError(issues);
  return { dataset: dataset!, spec: model!, warnings: issues };
}

/** A file's text, or the issue that says why it cannot be read. */
export function readFile(
  world: World,
  path: string,
  what: string,
): { readonly text?: string; readonly issues: readonly Issue[] } {
  const read = world.readText(path);
  if ("text" in read) return { text: read.text, issues: [] };
  const issue = makeIssue({
    code: "cli.unreadable-file",
    place: { file: path },
    rule: `the ${what} must be readable`,
    got: read.reason,
    advice: "Check the path.",
  });
  return { issues: [issue] };
}

function fromFile(world: World, path: string, options: AnalysisOptions): ConfigurationReading {
  const given = (["time", "kpi", "channels", "controls"] as const).filter(
    (name) => options[name] !== undefined,
  );
  const clashes = given.map((name) =>
    makeIssue({
      code: "cli.columns-given-twice",
      place: { path: `--${name}` },
      rule: "columns must be named either by options or by --config",
      got: "both",
      advice: `Leave --${name} out.`,
    }),
  );
  const { text, issues } = readFile(world, path, "configuration");
  const reading = text === undefined ? { issues } : readConfiguration(text, path);
  return { ...reading, issues: [...clashes, ...reading.issues] };
}

function fromFlags(options: AnalysisOptions): ConfigurationReading {
  const list = (value: string | undefined) =>
    (value ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const { time, kpi } = options;
  const columns = {
    ...(time === undefined ? {} : { time }),
    ...(kpi === undefined ? {} : { kpi }),
    channels: list(options.channels),
    controls: list(options.controls),
  };
  try {
    const roles: ColumnRoles = parseColumnRoles(columns, { root: "options" });
    return { issues: [], columns: roles, model: parseModelSpec({}), source: {} };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { issues: error.issues, model: parseModelSpec({}) };
  }
}
